// The page of events: what it shows, what it hides, where clicks lead.
#include "tests/support/suites.h"
#include "tests/ui/main_window/event_page_fixture.h"

using namespace rotascope;
using namespace rotascope::test;

class TestEventPage : public QObject {
    Q_OBJECT

private slots:
    void itShowsTheStudyThatTheCoreComputes() {
        const EventPageFixture fixture;
        const EventBoard board = fixture.board();
        QVERIFY(board.study.rows.size() > kSmallSample);
        const DataTable* followed = fixture.table("What followed");
        QVERIFY(followed);
        QCOMPARE(followed->snapshot().rows.size(), kEventHorizons.size());
        const QString mean =
            QString::fromStdString(signedNumber(board.study.at(126).small.inference.mean * 100, 1));
        QCOMPARE(followed->snapshot().rows[4][3].text, mean);
        QCOMPARE(fixture.events()->snapshot().rows.size(), board.study.rows.size());
        const QAbstractItemModelTester tester(fixture.events()->model());
    }

    void aMarkerOnTheChartLandsAtItsEvent() {
        EventPageFixture fixture;
        const EventBoard board = fixture.board();
        const Date date = board.study.rows[3].date;
        fixture.window->openPage(QStringLiteral("divergence"));
        fixture.settle();
        emit fixture.shown<FigureView>()->markerActivated(date);
        fixture.settle();
        QVERIFY(fixture.events());
        const int row = fixture.events()->rowAt(fixture.events()->currentIndex());
        QCOMPARE(row, static_cast<int>(board.study.rows.size()) - 1 - 3);
        const auto& lines = fixture.shown<FigureView>()->cursorScene().panes.front().lines;
        QCOMPARE(lines.size(), std::size_t{1});
    }

    void aMarkerThatIsNoEventOfTheStudyIsSaidSo() {
        EventPageFixture fixture;
        fixture.window->openPage(QStringLiteral("events"),
                                 {fixture.session().analysis()->sessions->at(400), {}});
        fixture.settle();
        QVERIFY(fixture.notice().contains(QStringLiteral("is no event of this study")));
    }

    void aRowOpensTheChartThere() {
        EventPageFixture fixture;
        const std::size_t session = lastEventSession(fixture);
        DataTable* table = fixture.events();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
        fixture.settle();
        QVERIFY(!fixture.events());
        const VisibleSpan span = fixture.session().visibleSpan();
        QVERIFY(span.first <= double(session) && double(session) <= span.last);
        QCOMPARE(fixture.session().cursor(), std::optional<int>(int(session)));
    }

    void whatCameAfterTheAsOfDateIsHiddenUntilRevealed() {
        EventPageFixture fixture;
        // The sixth event, on the day that completes its 63 sessions and neither of the longer horizons.
        const std::size_t event = fixture.board().study.rows[5].session;
        fixture.session().setAsOfIndex(event + 1 + 63);
        fixture.settle();
        QVERIFY(fixture.board().hidesOutcomes());
        const PairSeries pair = fixture.core().pair;
        const auto followed = [&](std::size_t horizon) {
            return percentNumber(pair.small[event + 1 + horizon] / pair.small[event + 1] - 1);
        };
        const QString mask = QStringLiteral("▒▒▒");
        QCOMPARE(fixture.outcomesOn(pair.dates[event]), (QStringList{followed(63), mask, mask}));
        QToolButton* reveal = fixture.revealButton();
        QVERIFY(reveal);
        reveal->click();
        QCOMPARE(fixture.outcomesOn(pair.dates[event]),
                 (QStringList{followed(63), followed(126), followed(252)}));
        const std::vector<TableCell> row = fixture.eventRow(pair.dates[event]);
        QVERIFY2(row[3].ink != std::optional(ColourRole::Attention), "known on the as-of date");
        QCOMPARE(row[4].ink, std::optional(ColourRole::Attention));
        fixture.session().stepAsOf(-1);
        fixture.settle();
        QVERIFY2(!reveal->isChecked(), "another as-of date hides again");
        QCOMPARE(fixture.outcomesOn(pair.dates[event]), (QStringList{mask, mask, mask}));
    }

    void theClaimIsCheckedAndCanBeEdited() {
        EventPageFixture fixture;
        auto* card = fixture.shown<ClaimCard>();
        const auto* sentences = card->findChild<HeadlineLabel*>();
        QVERIFY(sentences->accessibleName().contains(QStringLiteral("6 months")));
        QVERIFY(!sentences->accessibleName().contains(QStringLiteral("refuted"), Qt::CaseInsensitive));
        emit card->claimTyped(QStringLiteral("spread z >= 1.5 since 1991: 3 % in 3 months"));
        fixture.settle();
        QVERIFY(sentences->accessibleName().contains(QStringLiteral("3 % in 3 months")));
        emit card->claimTyped(QStringLiteral("small caps always win"));
        fixture.settle();
        QVERIFY2(sentences->accessibleName().contains(QStringLiteral("Write it like this")),
                 qPrintable(sentences->accessibleName()));
        emit card->claimTyped(QString());
        fixture.settle();
        QVERIFY(!sentences->isVisible());
    }

    void thePointerNamesTheNearestEvent() {
        EventPageFixture fixture;
        auto* view = fixture.shown<FigureView>();
        const EventPath path = fixture.board().study.path;
        const std::size_t step = pathIndex(126);
        const auto line = std::find_if(path.lines.begin(), path.lines.end(), [&](const auto& values) {
            const double y = view->scene().panes.front().y(values[step] * 100);
            return view->scene()
                .panes.front()
                .plot.adjusted(0, 4, 0, -4)
                .contains(QPointF(view->scene().axis.x(double(step)), y));
        });
        QVERIFY(line != path.lines.end());
        const double x = view->scene().axis.x(double(step));
        const double y = view->scene().panes.front().y((*line)[step] * 100);
        QTest::mouseMove(view, QPointF(x, y).toPoint());
        const PaneCursor& pane = view->cursorScene().panes.front();
        QCOMPARE(pane.lines.size(), std::size_t{1});
        QVERIFY(pane.lines.front().near);
    }

    void everyTabShowsItsTable() {
        EventPageFixture fixture;
        for (const int tab : {1, 2, 3}) {
            fixture.choose(QStringLiteral("Outcomes"), tab);
            QVERIFY(fixture.table("Outcomes"));
        }
        fixture.choose(QStringLiteral("Outcomes"), 4);
        QCOMPARE(fixture.table("Loss odds")->snapshot().rows.size(), std::size_t{9});
        fixture.choose(QStringLiteral("Knobs"), 1);
        QCOMPARE(fixture.shown<KnobStrip>()->rows().size(), std::size_t{3});
        fixture.choose(QStringLiteral("Knobs"), 2);
        QVERIFY(fixture.table("Combinations")->snapshot().rows.size() >= 144);
    }

    void theOverviewSaysWhatFollowedTheLastEvent() {
        EventPageFixture fixture;
        fixture.show(QStringLiteral("overview"), {1600, 1000}, QStringLiteral("light"));
        const DataTable* table = fixture.table("Last event");
        QVERIFY(table);
        const EventStudy study = fixture.board().study;
        QCOMPARE(table->snapshot().rows[1][4].text, QString::number(study.at(126).small.inference.n));
    }

    void theChoiceIsRemembered() {
        EventChoice choice;
        choice.on = EventSeries::Small;
        choice.direction = EventDirection::Down;
        choice.onlyIf = "small < 0";
        choice.start = makeDate(1999, 3, 4);
        choice.peak = true;
        choice.outcomes = {EntryRule::EventClose, true, BaselineRule::SameVolatility};
        choice.claim = "7 % in 6 months";
        QVERIFY(eventChoiceOf(toJson(choice)) == choice);
        QVERIFY(eventChoiceOf({}) == EventChoice{});
    }
};

ROTASCOPE_SUITE(TestEventPage)
#include "test_event_page.moc"
