#include "ui/theme/dress.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <set>

using namespace rotascope;

namespace {

const std::vector<ColourRole> kInks = {ColourRole::Text,     ColourRole::MutedText, ColourRole::SmallCap,
                                       ColourRole::LargeCap, ColourRole::Ratio,     ColourRole::Positive,
                                       ColourRole::Negative, ColourRole::Event,     ColourRole::Attention};

QWidget* segments(QWidget* parent) {
    auto* row = new QWidget(parent);
    auto* layout = new QHBoxLayout(row);
    layout->setSpacing(0);
    const std::vector<std::pair<const char*, Dress>> parts = {{"1M", Dress::SegmentFirst},
                                                              {"6M", Dress::Segment},
                                                              {"1Y", Dress::Segment},
                                                              {"Max", Dress::SegmentLast}};
    for (const auto& [text, dress] : parts) {
        auto* button = new QToolButton(row);
        button->setText(QLatin1String(text));
        button->setCheckable(true);
        button->setChecked(QLatin1String(text) == QLatin1String("1Y"));
        setDress(*button, dress);
        layout->addWidget(button);
    }
    return row;
}

QTableWidget* table(QWidget* parent) {
    auto* widget = new QTableWidget(3, 3, parent);
    widget->setShowGrid(false);
    widget->verticalHeader()->hide();
    widget->setFont(textFont(TextSize::Table));
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            widget->setItem(row, column, new QTableWidgetItem(QStringLiteral("+%1.%2").arg(row).arg(column)));
    widget->selectRow(1);
    return widget;
}

std::unique_ptr<QWidget> gallery() {
    auto window = std::make_unique<QWidget>();
    auto* column = new QVBoxLayout(window.get());
    auto* panel = new QFrame(window.get());
    setDress(*panel, Dress::Panel);
    column->addWidget(panel);
    auto* rows = new QVBoxLayout(panel);
    auto* headline = new QLabel(QStringLiteral("Small caps led by 3.7 points in five sessions"), panel);
    setTextSize(*headline, TextSize::Sentence, QFont::DemiBold);
    auto* muted = new QLabel(QStringLiteral("muted, in eleven"), panel);
    setInk(*muted, ColourRole::MutedText);
    setTextSize(*muted, TextSize::Small);
    auto* primary = new QPushButton(QStringLiteral("Import 2 files"), panel);
    setDress(*primary, Dress::Primary);
    auto* flat = new QToolButton(panel);
    flat->setText(QStringLiteral("Flat"));
    setDress(*flat, Dress::Flat);
    auto* badge = new QLabel(QStringLiteral("firing"), panel);
    setDress(*badge, Dress::BadgeAttention);
    auto* combo = new QComboBox(panel);
    combo->addItems({QStringLiteral("expanding"), QStringLiteral("rolling 252")});
    auto* slider = new QSlider(Qt::Horizontal, panel);
    slider->setValue(60);
    auto* line = new QHBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{
             new QPushButton(QStringLiteral("Import…"), panel), primary, flat, badge, segments(panel), combo,
             new QLineEdit(QStringLiteral("RUT"), panel), new QDateEdit(QDate(2025, 11, 28), panel),
             new QSpinBox(panel), slider})
        line->addWidget(widget);
    auto* checks = new QHBoxLayout;
    auto* check = new QCheckBox(QStringLiteral("Calendar axis"), panel);
    check->setChecked(true);
    auto* radio = new QRadioButton(QStringLiteral("Both at 100"), panel);
    radio->setChecked(true);
    checks->addWidget(check);
    checks->addWidget(radio);
    rows->addWidget(headline);
    rows->addWidget(muted);
    rows->addLayout(line);
    auto* off = new QCheckBox(QStringLiteral("Off"), panel);
    auto* disabled = new QComboBox(panel);
    disabled->addItem(QStringLiteral("disabled"));
    disabled->setEnabled(false);
    checks->addWidget(off);
    checks->addWidget(disabled);
    rows->addLayout(checks);
    rows->addWidget(table(panel));
    window->resize(1100, 360);
    return window;
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void everyInkIsReadable_data() {
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("ground");
        for (const Theme& theme : allThemes())
            for (const ColourRole ink : kInks)
                for (const ColourRole ground : {ColourRole::Panel, ColourRole::Window})
                    QTest::addRow("%s on %s in %s", nameOf(ink).data(), nameOf(ground).data(),
                                  qUtf8Printable(theme.name))
                        << static_cast<int>(theme.id) << static_cast<int>(ink) << static_cast<int>(ground);
    }
    void everyInkIsReadable() {
        QFETCH(const int, theme);
        QFETCH(const int, role);
        QFETCH(const int, ground);
        const Theme& colours = themeOf(static_cast<ThemeId>(theme));
        const double ratio = contrastRatio(colours.colour(static_cast<ColourRole>(role)),
                                           colours.colour(static_cast<ColourRole>(ground)));
        const bool onPanel = static_cast<ColourRole>(ground) == ColourRole::Panel;
        const double wanted = colours.id == ThemeId::Contrast ? 7.0 : onPanel ? 4.5 : 4.0;
        QVERIFY2(ratio >= wanted, qPrintable(QStringLiteral("contrast is %1").arg(ratio)));
    }

    void textOnTagsIsReadable() {
        for (const Theme& theme : allThemes())
            for (const ColourRole fill : kInks)
                QVERIFY(contrastRatio(inkOn(theme, theme.colour(fill)), theme.colour(fill)) >= 4.5);
    }

    void attentionIsReadableOnItsGround() {
        for (const Theme& theme : allThemes())
            QVERIFY(contrastRatio(theme.colour(ColourRole::Attention),
                                  theme.colour(ColourRole::AttentionBackground)) >= 4.5);
    }

    void contrastOfBlackAndWhiteIsTwentyOne() {
        QVERIFY(qFuzzyCompare(contrastRatio(Qt::black, Qt::white), 21.0));
        QVERIFY(qFuzzyCompare(contrastRatio(Qt::red, Qt::red), 1.0));
    }

    void theTableHoldsTheDesign() {
        const Theme& light = themeOf(ThemeId::Light);
        const Theme& dark = themeOf(ThemeId::Dark);
        QCOMPARE(light.colour(ColourRole::SmallCap).name(), QStringLiteral("#b85a06"));
        QCOMPARE(light.colour(ColourRole::LargeCap).name(), QStringLiteral("#1f62ae"));
        QCOMPARE(light.colour(ColourRole::AttentionBackground).name(), QStringLiteral("#fff3d4"));
        QCOMPARE(dark.colour(ColourRole::SmallCap).name(), QStringLiteral("#f2983f"));
        QCOMPARE(dark.colour(ColourRole::Window).name(), QStringLiteral("#101214"));
        QCOMPARE(dark.colour(ColourRole::AttentionBackground).name(), QStringLiteral("#33290f"));
    }

    void themesDifferAndAreFoundByTheirId() {
        std::set<QString> names;
        for (const Theme& theme : allThemes()) {
            QVERIFY(themeOf(theme.id) == theme);
            names.insert(theme.name);
        }
        QCOMPARE(names.size(), allThemes().size());
    }

    void theStyleSheetResolvesEveryRole() {
        for (const Theme& theme : allThemes()) {
            const QString sheet = styleSheetOf(theme);
            QVERIFY2(!sheet.contains(QLatin1Char('@')), "a role in the style sheet has no colour");
            QVERIFY(sheet.contains(theme.colour(ColourRole::Hairline).name()));
        }
    }

    void switchingLeavesNothingOfTheOldTheme() {
        applyTheme(themeOf(ThemeId::Light));
        const auto window = gallery();
        window->show();
        applyTheme(themeOf(ThemeId::Dark));
        QCoreApplication::processEvents();
        const QImage picture = window->grab().toImage();
        const QRgb oldPanel = themeOf(ThemeId::Light).colour(ColourRole::Panel).rgb();
        const QRgb oldWindow = themeOf(ThemeId::Light).colour(ColourRole::Window).rgb();
        int leftovers = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                leftovers += picture.pixel(x, y) == oldPanel || picture.pixel(x, y) == oldWindow;
        QCOMPARE(leftovers, 0);
    }

    void aPauseOfTheStyleSheetChangesNoPixel() {
        applyTheme(themeOf(ThemeId::Dark));
        const auto styledAtOnce = gallery();
        styledAtOnce->show();
        const QImage expected = styledAtOnce->grab().toImage();
        StyleSheetPause pause;
        QVERIFY(qApp->styleSheet().isEmpty());
        applyTheme(themeOf(ThemeId::Light));
        applyTheme(themeOf(ThemeId::Dark));
        QVERIFY(qApp->styleSheet().isEmpty());
        const auto styledLater = gallery();
        pause.end();
        QCOMPARE(qApp->styleSheet(), styleSheetOf(themeOf(ThemeId::Dark)));
        styledLater->show();
        QCOMPARE(styledLater->grab().toImage(), expected);
    }

    void sizesAreDevicePixelsOfTheDesign() {
        QCOMPARE(textFont(TextSize::Small).pixelSize(), 11);
        QCOMPARE(textFont(TextSize::Tile, QFont::DemiBold).pixelSize(), 21);
        QCOMPARE(textFont(TextSize::Tile, QFont::DemiBold).weight(), static_cast<int>(QFont::DemiBold));
    }

    void blendingMeetsItsEnds() {
        QCOMPARE(blended(Qt::red, Qt::white, 1.0), QColor(Qt::red));
        QCOMPARE(blended(Qt::red, Qt::white, 0.0), QColor(Qt::white));
    }

    void pictures() {
        const QString folder = qEnvironmentVariable("ROTASCOPE_PICTURES");
        if (folder.isEmpty())
            QSKIP("Set ROTASCOPE_PICTURES to a folder to have the dressed widgets painted there.");
        for (const Theme& theme : allThemes()) {
            applyTheme(theme);
            const auto window = gallery();
            window->show();
            QCoreApplication::processEvents();
            QVERIFY(
                window->grab().save(QDir(folder).filePath(QStringLiteral("theme-%1.png").arg(theme.name))));
        }
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
