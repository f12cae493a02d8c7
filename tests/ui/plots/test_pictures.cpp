#include "tests/support/suites.h"
#include "tests/ui/plots/invented_figure.h"
#include "ui/plots/figure_view.h"

#include <QDir>
#include <QPixmap>
#include <QTest>

using namespace rotascope;

/// Charts to look at, beside the designs.
class PicturesTest : public QObject {
    Q_OBJECT

private slots:
    void pictures_data() {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("sessions");
        for (const Theme& theme : allThemes()) {
            const int id = static_cast<int>(theme.id);
            const QByteArray bytes = theme.name.toUtf8();
            const char* name = bytes.constData();
            QTest::addRow("%s-1600x1000-year", name) << id << QSize(1040, 760) << 1.0 << 252;
            QTest::addRow("%s-1280x800-45-years", name) << id << QSize(760, 560) << 1.0 << 12000;
            QTest::addRow("%s-200-percent", name) << id << QSize(1040, 760) << 2.0 << 504;
        }
    }
    void pictures() {
        const QString folder = qEnvironmentVariable("ROTASCOPE_PICTURES");
        if (folder.isEmpty())
            QSKIP("Set ROTASCOPE_PICTURES to a folder to have invented charts painted there.");
        QFETCH(const int, theme);
        QFETCH(const QSize, size);
        QFETCH(const double, scale);
        QFETCH(const int, sessions);
        const auto view = shownView(inventedRotation(12000), size);
        view->setTheme(themeOf(static_cast<ThemeId>(theme)));
        view->setRange({12000.0 - sessions, 11999});
        if (scale > 1) {
            view->setCursor(11700);
            view->setMeasurement(11600, 11640,
                                 {{{QStringLiteral("9 Jul → 16 Jul 2024 · 5 sessions"), ColourRole::Text}},
                                  {{QStringLiteral("RUT +11.5 %"), ColourRole::SmallCap},
                                   {QStringLiteral("SPX +1.6 %"), ColourRole::LargeCap}},
                                  {{QStringLiteral("spread +9.9 pp"), ColourRole::Text},
                                   {QStringLiteral("beta: 20+ sessions"), ColourRole::MutedText}}});
        }
        const QString name = QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png");
        QVERIFY(view->picture(scale).save(QDir(folder).filePath(name)));
    }
};

ROTASCOPE_SUITE(PicturesTest)
#include "test_pictures.moc"
