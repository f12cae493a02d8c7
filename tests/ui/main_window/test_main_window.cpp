#include "core/analysis/headline.h"
#include "core/base/text.h"
#include "tests/support/suites.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/convert/convert.h"
#include "ui/dialogs/conventions_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/main_window/commands.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/page_stack.h"
#include "ui/main_window/palette_entries.h"
#include "ui/main_window/top_bar.h"
#include "ui/pages/page_catalogue.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/as_of_bar.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/page_rail.h"
#include "ui/widgets/start_view.h"
#include "ui/widgets/status_line.h"
#include "ui/widgets/tile_strip.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace rotascope;

namespace {

using Fixture = test::WindowFixture;

QString cell(const DataTable& table, int row, int column) {
    return table.model()->index(row, column).data().toString();
}

const QStringList kWholeTable{QStringLiteral("1 session"), QStringLiteral("5"),
                              QStringLiteral("10"),        QStringLiteral("21 (1M)"),
                              QStringLiteral("63 (3M)"),   QStringLiteral("126 (6M)"),
                              QStringLiteral("252 (12M)"), QStringLiteral("MTD"),
                              QStringLiteral("QTD"),       QStringLiteral("YTD")};
const QStringList kShortTable{QStringLiteral("1 session"), QStringLiteral("5"),
                              QStringLiteral("21 (1M)"),   QStringLiteral("63 (3M)"),
                              QStringLiteral("252 (12M)"), QStringLiteral("YTD")};

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private:
    static void compareReturns(const DataTable& table, const QStringList& labels, const Divergence& core) {
        QCOMPARE(table.model()->rowCount(), int(labels.size()));
        for (int row = 0; row < int(labels.size()); ++row) {
            const auto known =
                std::find_if(core.table.begin(), core.table.end(), [&](const PerformanceRow& candidate) {
                    return candidate.label == labels[row].toStdString();
                });
            QVERIFY2(known != core.table.end(), qPrintable(labels[row]));
            QCOMPARE(cell(table, row, 0), labels[row]);
            QCOMPARE(cell(table, row, 1), percentNumber(known->small));
            QCOMPARE(cell(table, row, 2), percentNumber(known->large));
            QCOMPARE(cell(table, row, 3), percentNumber(known->spread));
        }
    }

    static void compareZ(const DataTable& table, const Divergence& core) {
        for (std::size_t mode = 0; mode < kSigmaModeCount; ++mode) {
            QCOMPARE(cell(table, int(mode), 1), zLabel(core.zSpread[mode].z));
            QCOMPARE(cell(table, int(mode), 3), zLabel(core.zSmall[mode].z));
        }
    }

    static void compareWithCore(Fixture& fixture, const Divergence& core) {
        const DataTable* performance = fixture.table("Performance");
        QVERIFY(performance);
        const bool onOverview =
            fixture.window->pages().currentPage() == pageIndex(QStringLiteral("overview"));
        compareReturns(*performance, onOverview ? kShortTable : kWholeTable, core);
        if (!onOverview)
            compareZ(*fixture.table("z under six estimates of σ"), core);
        const auto figure = fixture.shown<FigureView>()->figure();
        QVERIFY(figure && figure->dates);
        QCOMPARE(figure->dates->back(), core.asOf);
    }

private slots:
    void figuresInTheWidgetsAreCores_data() {
        QTest::addColumn<QString>("page");
        QTest::newRow("on the Overview") << "overview";
        QTest::newRow("on the Divergence page") << "divergence";
    }
    void figuresInTheWidgetsAreCores() {
        QFETCH(QString, page);
        Fixture fixture;
        fixture.open();
        fixture.window->openPage(page);
        fixture.settle();
        compareWithCore(fixture, fixture.core());
        const Divergence core = fixture.core();
        const Headline headline = page == QLatin1String("overview")
                                      ? overviewHeadline(core, aftermathOf(core))
                                      : divergenceHeadline(core);
        QCOMPARE(fixture.shown<HeadlineLabel>()->headline(), headline);
    }

    void tilesCarryTheMove() {
        Fixture fixture;
        fixture.open();
        const Divergence core = fixture.core();
        const auto& tiles = fixture.shown<TileStrip>()->tiles();
        QCOMPARE(tiles[0]->text().value, percentLabel(core.returnSmall));
        QCOMPARE(tiles[1]->text().value, percentLabel(core.returnLarge));
        QCOMPARE(tiles[2]->text().value, pointsLabel(core.spread));
        QVERIFY(tiles[2]->text().note.contains(zLabel(core.zSpread[indexOf(SigmaMode::Expanding)].z)));
    }

    void steppingByKeyMovesEveryPage() {
        Fixture fixture;
        fixture.open();
        const auto sessions = fixture.window->session().analysis()->sessions;
        fixture.press("[");
        compareWithCore(fixture, fixture.core((*sessions)[sessions->size() - 2]));
        QVERIFY(fixture.shown<StatusLine>()->conventions().contains(
            QStringLiteral("As of %1: nothing later is used")
                .arg(dateText((*sessions)[sessions->size() - 2]))));
        fixture.press("Shift+[");
        compareWithCore(fixture, fixture.core((*sessions)[sessions->size() - 7]));
        fixture.window->openPage(QStringLiteral("divergence"));
        fixture.settle();
        compareWithCore(fixture, fixture.core((*sessions)[sessions->size() - 7]));
        fixture.press("Ctrl+L");
        compareWithCore(fixture, fixture.core());
        QVERIFY(
            !fixture.shown<StatusLine>()->conventions().contains(QStringLiteral("nothing later is used")));
    }

    void aDateIsTypedAsPeopleWriteIt_data() {
        QTest::addColumn<QString>("form");
        for (const char* form : {"yyyy-MM-dd", "yyyyMMdd", "d MMM yyyy", "d MMMM yyyy", "ddd d MMM yyyy"})
            QTest::newRow(form) << QString::fromLatin1(form);
    }
    void aDateIsTypedAsPeopleWriteIt() {
        QFETCH(QString, form);
        Fixture fixture;
        fixture.open();
        const auto sessions = fixture.window->session().analysis()->sessions;
        fixture.press("Ctrl+D");
        auto* field = fixture.window->findChild<DateField*>();
        const QDate target = qdate((*sessions)[500]);
        QTest::keyClicks(field, QLocale(QLocale::English).toString(target, form));
        QTest::keyClick(field, Qt::Key_Return);
        fixture.settle();
        QCOMPARE(fixture.window->session().analysis()->asOfIndex(), std::size_t(500));
        QCOMPARE(field->text(), longDateText((*sessions)[500]));
        fixture.press("[");
        QCOMPARE(fixture.window->session().analysis()->asOfIndex(), std::size_t(499));
    }

    void whatIsNoDateIsTakenBack() {
        Fixture fixture;
        fixture.open();
        auto* field = fixture.window->findChild<DateField*>();
        const QString before = field->text();
        fixture.press("Ctrl+D");
        QTest::keyClicks(field, QStringLiteral("2024-13-45"));
        QTest::keyClick(field, Qt::Key_Return);
        fixture.settle();
        QCOMPARE(field->text(), before);
        QVERIFY(!fixture.window->session().state().asOf);
        QTest::keyClick(field, Qt::Key_Down);
        fixture.settle();
        QVERIFY(fixture.window->session().analysis()->isPast());
    }

    void everyCommandHasItsKeyAndNoTwoShareOne() {
        QStringList seen;
        for (const CommandInfo& command : commandCatalogue()) {
            QVERIFY2(command.run, command.id);
            for (const QKeySequence& key : commandKeys(command)) {
                QVERIFY2(!seen.contains(key.toString()), command.id);
                seen << key.toString();
            }
        }
    }

    void pagesOpenByKey() {
        Fixture fixture;
        fixture.open();
        fixture.press("Ctrl+2");
        QCOMPARE(fixture.window->pages().currentPage(), 1);
        QCOMPARE(fixture.shown<PageRail>()->current(), 1);
        fixture.press("Ctrl+1");
        QCOMPARE(fixture.window->pages().currentPage(), 0);
    }

    void aDetachedPageComesBack() {
        Fixture fixture;
        fixture.open();
        PageStack& pages = fixture.window->pages();
        fixture.press("Ctrl+Shift+D");
        QVERIFY(pages.isDetached(0));
        QWidget* window = pages.windowOf(0);
        QCOMPARE(pages.page(0)->window(), window);
        fixture.window->session().stepAsOf(-3);
        fixture.settle();
        QTRY_COMPARE(pages.page(0)->findChild<FigureView*>()->figure()->dates->size(),
                     fixture.window->session().analysis()->sessions->size() - 3);
        window->close();
        QVERIFY(!pages.isDetached(0));
        QCOMPARE(pages.page(0)->window(), fixture.window.get());
        QVERIFY(pages.page(0)->isVisible());
    }

    void closingTheWindowLeavesNoPageBehind() {
        Fixture fixture;
        fixture.open();
        fixture.window->openPage(QStringLiteral("divergence"));
        fixture.window->pages().detach(1);
        fixture.window->close();
        for (const QWidget* each : QApplication::topLevelWidgets())
            QVERIFY2(!each->isVisible(), qPrintable(each->windowTitle()));
        const QJsonObject memory = fixture.settings.memory(QStringLiteral("window"));
        QCOMPARE(memory.value(QLatin1String("detached")).toArray().first().toString(),
                 QStringLiteral("divergence"));
    }

    void anEmptyDeskOffersTwoWaysIn() {
        Fixture fixture(0);
        fixture.open();
        auto* start = fixture.shown<StartView>();
        QVERIFY(start);
        QStringList offers;
        for (const QPushButton* button : start->findChildren<QPushButton*>())
            if (button->isVisible())
                offers << button->text();
        QCOMPARE(offers,
                 QStringList({QStringLiteral("Import CSV…"), QStringLiteral("Explore the demo market")}));
    }

    void aDeskThatFailsSaysWhy() {
        Settings settings{QString()};
        Appearance appearance(settings, QStringLiteral("light"));
        MainWindow window(
            [](const std::string&, DeskAccess) -> Result<std::unique_ptr<MarketStore>> {
                return deskError("locked", "Another program holds the desk. Close it and try again.");
            },
            settings, appearance);
        window.session().openDesk(QStringLiteral("locked.rota"), DeskAccess::Existing);
        window.show();
        QTRY_COMPARE(window.startSentence(),
                     QStringLiteral("Another program holds the desk. Close it and try again."));
    }

    void oddDesksAreShownWithoutHarm_data() {
        QTest::addColumn<int>("sessions");
        QTest::addColumn<bool>("flat");
        QTest::newRow("ten sessions") << 10 << false;
        QTest::newRow("all prices equal") << 400 << true;
        QTest::newRow("a single session") << 1 << false;
    }
    void oddDesksAreShownWithoutHarm() {
        QFETCH(int, sessions);
        QFETCH(bool, flat);
        Fixture fixture(static_cast<std::size_t>(sessions));
        if (flat)
            for (InstrumentData& data : fixture.desk->instruments)
                for (double& close : data.daily.columns[indexOf(Field::Close)])
                    close = 100;
        fixture.open();
        QVERIFY(!fixture.window->grab().isNull());
        fixture.window->openPage(QStringLiteral("divergence"));
        fixture.settle();
        QVERIFY(!fixture.window->grab().isNull());
        QVERIFY(!fixture.shown<HeadlineLabel>()->text().isEmpty());
    }

    void aChangeByAnotherProgramIsOffered() {
        Fixture fixture;
        fixture.open();
        fixture.desk->version = 9;
        fixture.window->session().checkForOutsideChange();
        QTRY_VERIFY(
            fixture.window->findChild<NoticeBar*>()->sentence().contains(QStringLiteral("Another program")));
        fixture.window->session().reload();
        QTRY_COMPARE(fixture.window->session().desk()->info.version, std::uint64_t(9));
    }

    void helpHoldsEveryKeyAndEveryConvention() {
        const QString html = conventionsHtml(keyTexts());
        for (const CommandInfo& command : commandCatalogue())
            if (*command.keys)
                QVERIFY2(html.contains(commandTitle(command).toHtmlEscaped()), command.id);
    }

    void settingsNarrowByTyping() {
        Settings settings{QString()};
        SettingsDialog dialog(settings, nullptr, nullptr);
        QCOMPARE(dialog.visibleRows(), int(settingCatalogue().size()));
        dialog.searchField()->setText(QStringLiteral("theme"));
        QCOMPARE(dialog.visibleRows(), 1);
    }

    void theWindowFitsASmallScreen() {
        Fixture fixture;
        fixture.open();
        fixture.window->resize(1280, 800);
        QCoreApplication::processEvents();
        QCOMPARE(fixture.window->size(), QSize(1280, 800));
        for (const auto* bar : fixture.window->findChild<TopBar*>()->findChildren<QToolButton*>())
            if (bar->isVisible())
                QVERIFY2(bar->mapTo(fixture.window.get(), bar->rect().topRight()).x() < 1280,
                         qPrintable(bar->text()));
    }

    void theSessionIsRestored() {
        const QTemporaryDir folder;
        Fixture fixture;
        fixture.open();
        fixture.window->openPage(QStringLiteral("divergence"));
        fixture.window->session().setRange(RangeId::Year5);
        fixture.press("C");
        fixture.window->close();
        MainWindow again(
            [held = fixture.desk](const std::string&, DeskAccess) -> Result<std::unique_ptr<MarketStore>> {
                return std::make_unique<test::FixedStore>(held);
            },
            fixture.settings, fixture.appearance);
        again.restore();
        QCOMPARE(again.pages().currentPage(), 1);
        QCOMPARE(again.session().state().range, RangeId::Year5);
        QVERIFY(again.session().state().calendarAxis);
    }
};

ROTASCOPE_SUITE(TestMainWindow)
#include "test_main_window.moc"
