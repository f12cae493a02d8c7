// What a user does all day: keys, themes, pages in windows of their own, and a zoom that stays.
#include "tests/support/suites.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/convert/convert.h"
#include "ui/main_window/commands.h"
#include "ui/main_window/page_stack.h"
#include "ui/main_window/palette_entries.h"
#include "ui/main_window/top_bar.h"
#include "ui/main_window/window_memory.h"
#include "ui/pages/overview_tiles.h"
#include "ui/pages/page_catalogue.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/tile_strip.h"

#include <QApplication>
#include <QListWidget>
#include <QScreen>
#include <QScrollBar>
#include <QSet>
#include <QStyle>
#include <QTest>
#include <QToolButton>

#include <functional>

using namespace rotascope;

using Fixture = test::WindowFixture;

class TestWindowHabits : public QObject {
    Q_OBJECT

private slots:
    void aTileOpensItsPageAtItsPoint() {
        Fixture fixture(2600);
        fixture.window->session().setEvents(2, 63);
        fixture.open();
        const auto event = fixture.window->session().analysis()->facts.lastEvent;
        QVERIFY(event);
        emit fixture.shown<TileStrip>()->activated(int(OverviewTile::Event));
        fixture.settle();
        QCOMPARE(fixture.window->pages().currentPage(), pageIndex(QStringLiteral("events")));
        const DataTable* events = fixture.table("Events");
        QTRY_VERIFY(events->currentIndex().isValid());
        QCOMPARE(events->currentIndex().siblingAtColumn(0).data().toString(), dateText(event->date));
    }

    void aRowOpensTheRangeItSpeaksOf() {
        Fixture fixture;
        fixture.open();
        const DataTable* performance = fixture.table("Performance");
        QCOMPARE(performance->model()->index(3, 0).data().toString(), QStringLiteral("63 (3M)"));
        emit fixture.table("Performance")->rowActivated(3);
        fixture.settle();
        QCOMPARE(fixture.window->pages().currentPage(), 1);
        const double last = double(fixture.window->session().analysis()->asOfIndex());
        QCOMPARE(fixture.window->session().visibleSpan(), (VisibleSpan{last - 63, last}));
    }

    void rowsOfTheOverviewFollowTheSetting() {
        Fixture fixture;
        fixture.open();
        const auto firstRow = [&fixture] {
            return fixture.table("Performance")->model()->index(0, 0).data().toString();
        };
        const QString bySession = firstRow();
        fixture.settings.setChoice(SettingId::PerformanceRows, QStringLiteral("calendar"));
        QVERIFY2(firstRow() != bySession, qPrintable(firstRow()));
    }

    void timeByCalendarIsAKeyASwitchAndOnEveryPage() {
        Fixture fixture;
        fixture.open();
        FigureView* chart = fixture.shown<FigureView>();
        QVERIFY(!chart->isCalendarAxis());
        fixture.press("C");
        QVERIFY(chart->isCalendarAxis());
        auto* corner = chart->parentWidget()->findChild<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
        QCOMPARE(corner->text(), QStringLiteral("calendar"));
        fixture.press("Ctrl+2");
        QVERIFY(fixture.shown<FigureView>()->isCalendarAxis());
        corner->click();
        QVERIFY(!fixture.shown<FigureView>()->isCalendarAxis());
    }

    void pairRangeAndScaleAreSharedByThePages() {
        Fixture fixture;
        InstrumentData third = fixture.desk->instruments[0];
        third.instrument = describeSymbol("IWM");
        fixture.desk->instruments.push_back(third);
        fixture.open();
        Session& session = fixture.window->session();
        session.setPair("IWM", "SPX");
        session.setRange(RangeId::Month3);
        session.setScale(ScaleMode::Logarithmic);
        for (const char* page : {"overview", "divergence"}) {
            fixture.window->openPage(QLatin1String(page));
            fixture.settle();
            const FigureView* view = fixture.shown<FigureView>();
            QTRY_COMPARE(view->figure()->panes.front().title, std::string("IWM / SPX"));
            QVERIFY(view->figure()->panes.front().axis.logarithmic);
            QCOMPARE(view->range(), (SessionRange{session.homeSpan().first, session.homeSpan().last}));
        }
    }

    void everyCommandIsInTheMenuAndInThePalette() {
        Fixture fixture;
        fixture.open();
        QStringList offered;
        for (const PaletteEntry& entry : paletteEntries(*fixture.window))
            offered << entry.title;
        for (const CommandInfo& command : commandCatalogue()) {
            const auto* action = fixture.window->findChild<QAction*>(QLatin1String(command.id));
            QVERIFY2(action && !action->text().isEmpty(), command.id);
            const bool itself = QLatin1String(command.id) == QLatin1String("palette");
            const QString title = commandGroup(command) + QStringLiteral(": ") + commandTitle(command);
            QVERIFY2(itself || offered.contains(title), command.id);
        }
    }

    void tabReachesEveryControlInSight_data() {
        QTest::addColumn<QString>("page");
        QTest::newRow("on the Overview") << "overview";
        QTest::newRow("on the Divergence page") << "divergence";
    }
    void tabReachesEveryControlInSight() {
        QFETCH(QString, page);
        Fixture fixture;
        fixture.open();
        fixture.show(page, {1600, 1000}, QStringLiteral("light"));
        QSet<const QWidget*> reached;
        const QWidget* at = fixture.window.get();
        do {
            reached.insert(at);
            at = at->nextInFocusChain();
        } while (at != fixture.window.get());
        const auto takesClicks = [](const QWidget* widget) {
            return qobject_cast<const QAbstractButton*>(widget) ||
                   qobject_cast<const QAbstractSlider*>(widget) || qobject_cast<const FigureView*>(widget) ||
                   qobject_cast<const Tile*>(widget) || qobject_cast<const DataTable*>(widget) ||
                   qobject_cast<const QListWidget*>(widget);
        };
        int controls = 0;
        for (const QWidget* each : fixture.window->findChildren<QWidget*>()) {
            if (!each->isVisible() || !each->isEnabled() || !takesClicks(each) ||
                qobject_cast<const QScrollBar*>(each))
                continue;
            ++controls;
            QVERIFY2(each->focusPolicy() & Qt::TabFocus, qPrintable(each->accessibleName()));
            QVERIFY2(reached.contains(each), qPrintable(each->accessibleName()));
        }
        QVERIFY2(controls > 20, "the top bar, the page and its tables");
    }

    void everyControlOfTheTopBarTakesTheKeyboard() {
        Fixture fixture;
        fixture.open();
        for (const QToolButton* button : fixture.window->findChild<TopBar*>()->findChildren<QToolButton*>()) {
            QVERIFY2(button->focusPolicy() & Qt::TabFocus, qPrintable(button->text()));
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     "a name for people who cannot see");
        }
    }

    void zoomSurvivesEveryControl_data() {
        using Change = std::function<void(Fixture&)>;
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
        row("the axis by key", [](Fixture& fixture) { fixture.press("L"); });
        row("time by calendar", [](Fixture& fixture) { fixture.press("C"); });
        row("the other page", [](Fixture& fixture) { fixture.press("Ctrl+2"); });
        row("σ", [](Fixture& fixture) { fixture.window->session().setSigma(SigmaMode::Mad); });
        row("the events", [](Fixture& fixture) { fixture.window->session().setEvents(2, 21); });
        row("the move", [](Fixture& fixture) { fixture.window->session().setDays(10); });
        row("the theme",
            [](Fixture& fixture) { fixture.settings.setChoice(SettingId::Theme, QStringLiteral("dark")); });
        row("the desk read again", [](Fixture& fixture) { fixture.press("F5"); });
        row("every segment of the page", [](Fixture& fixture) {
            fixture.press("Ctrl+2");
            for (auto* bar : fixture.window->pages().page(1)->findChildren<SegmentBar*>())
                for (auto* button : bar->findChildren<QToolButton*>())
                    if (button->isVisible()) {
                        button->click();
                        fixture.settle();
                    }
        });
        row("a window of its own", [](Fixture& fixture) { fixture.press("Ctrl+Shift+D"); });
    }
    void zoomSurvivesEveryControl() {
        using Change = std::function<void(Fixture&)>;
        QFETCH(Change, change);
        Fixture fixture;
        fixture.open();
        Session& session = fixture.window->session();
        session.zoomTo({400, 500});
        change(fixture);
        fixture.settle();
        QCOMPARE(session.visibleSpan(), (VisibleSpan{400, 500}));
        const int page = fixture.window->pages().currentPage();
        const FigureView* view = fixture.window->pages().page(page)->findChild<FigureView*>();
        QTRY_COMPARE(view->range(), (SessionRange{400, 500}));
        fixture.press("R");
        QCOMPARE(session.visibleSpan(), session.homeSpan());
    }

    void aDoubleClickGoesBackToTheRangeForGood() {
        Fixture fixture;
        fixture.open();
        Session& session = fixture.window->session();
        session.zoomTo({400, 500});
        fixture.settle();
        auto* view = fixture.shown<FigureView>();
        QTRY_COMPARE(view->range(), (SessionRange{400, 500}));
        QTest::mouseDClick(view, Qt::LeftButton, {}, view->rect().center());
        QVERIFY(!session.isZoomed());
        session.stepAsOf(-3);
        fixture.settle();
        QCOMPARE(session.visibleSpan(), session.homeSpan());
    }

    void theFirstWindowHasItsTitleOnTheScreen() {
        Fixture fixture;
        fixture.window->resize(400'000, 300'000);
        fixture.window->restore();
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        const int title = QApplication::style()->pixelMetric(QStyle::PM_TitleBarHeight);
        QVERIFY(title > 0);
        QCOMPARE(fixture.window->geometry(), screen.adjusted(0, title, 0, 0));
    }

    void aWindowOfAPageOpensWhereItStoodLast() {
        Fixture fixture;
        fixture.open();
        fixture.window->pages().detach(1)->setGeometry(20, 60, 700, 500);
        const QRect place = fixture.window->pages().windowOf(1)->geometry();
        fixture.window->close();
        MainWindow again(
            [held = fixture.desk](const std::string&, DeskAccess) -> Result<std::unique_ptr<MarketStore>> {
                return std::make_unique<test::FixedStore>(held);
            },
            fixture.settings, fixture.appearance);
        again.restore();
        QVERIFY(again.pages().isDetached(1));
        const QRect back = again.pages().windowOf(1)->geometry();
        QCOMPARE(back, clampedTo(place, {QGuiApplication::primaryScreen()->availableGeometry()}));
        again.pages().bringBack(1);
        QCOMPARE(again.pages().detach(1)->geometry(), back);
    }

    void aSwitchedThemeLooksLikeOneThatWasThereFromTheStart_data() {
        QTest::addColumn<QString>("page");
        QTest::newRow("on the Overview") << "overview";
        QTest::newRow("on the Divergence page") << "divergence";
    }
    void aSwitchedThemeLooksLikeOneThatWasThereFromTheStart() {
        QFETCH(QString, page);
        const auto picture = [&page](const QStringList& themes) {
            Fixture fixture;
            fixture.settings.setChoice(SettingId::Theme, themes.front());
            fixture.open();
            for (const QString& theme : themes)
                fixture.show(page, {1280, 800}, theme);
            fixture.window->setFocus();
            return fixture.window->grab().toImage();
        };
        const QString light = QStringLiteral("light");
        const QString dark = QStringLiteral("dark");
        QCOMPARE(picture({light, QStringLiteral("contrast"), dark}), picture({dark}));
        QCOMPARE(picture({dark, light}), picture({light}));
    }
};

ROTASCOPE_SUITE(TestWindowHabits)
#include "test_window_habits.moc"
