// The page of events: what it shows, what it hides, where clicks lead.
#include "core/base/text.h"
#include "tests/support/suites.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/convert/convert.h"
#include "ui/main_window/page_stack.h"
#include "ui/pages/event_study_bar.h"
#include "ui/pages/event_study_page.h"
#include "ui/plots/cursor_scene.h"
#include "ui/plots/figure_view.h"
#include "ui/plots/plot_scene.h"
#include "ui/session/event_board.h"
#include "ui/widgets/choice_button.h"
#include "ui/widgets/claim_card.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/knob_strip.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/value_field.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace rotascope;

namespace {

constexpr std::size_t kSessions = 2600;

/// A window on the page, with enough events to average over.
struct EventPageFixture : test::WindowFixture {
    EventPageFixture()
        : WindowFixture(kSessions) {
        settings.setNumber(SettingId::EventThreshold, 1.5);
        settings.setNumber(SettingId::EventGap, 21);
        open();
        show(QStringLiteral("events"), {1600, 1000}, QStringLiteral("light"));
    }
    Session& session() const { return window->session(); }
    EventBoard board() const { return eventBoardOf(session().analysis()); }
    DataTable* events() const { return table("Events"); }
    template <class T>
    T* named(const QString& name) const {
        for (T* widget : window->findChildren<T*>())
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        return nullptr;
    }
    void choose(const QString& bar, int segment) {
        auto* buttons = named<SegmentBar>(bar);
        QVERIFY(buttons);
        QTest::mouseClick(buttons->findChildren<QToolButton*>().at(segment), Qt::LeftButton);
        settle();
    }
    void type(const QString& name, const QString& text) {
        auto* field = named<ValueField>(name);
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        settle();
    }
    QString notice() const {
        QString words;
        for (const QLabel* label : window->findChildren<QLabel*>())
            if (label->isVisible())
                words += label->text() + QLatin1Char('\n');
        return words;
    }
    /// What the button "Series" offers under that name; null where it does not.
    QAction* seriesAction(const QString& name) const {
        for (const ChoiceButton* button : window->findChildren<ChoiceButton*>())
            if (button->accessibleName().startsWith(QLatin1String("Series")))
                for (QAction* action : button->menu()->actions())
                    if (action->text() == name)
                        return action;
        return nullptr;
    }
    /// The row of an event's date; empty without one.
    std::vector<TableCell> eventRow(Date date) const {
        for (const auto& row : events()->snapshot().rows)
            if (row[0].text == dateText(date))
                return row;
        return {};
    }
    /// What the list shows for 63, 126 and 252 sessions after an event.
    QStringList outcomesOn(Date date) const {
        QStringList out;
        const std::vector<TableCell> row = eventRow(date);
        for (std::size_t column = 3; column < row.size(); ++column)
            out << row[column].text;
        return out;
    }
    QToolButton* revealButton() const {
        for (QToolButton* button : window->findChildren<QToolButton*>())
            if (button->isVisible() && button->text() == QLatin1String("Reveal"))
                return button;
        return nullptr;
    }
    QStringList allCells() const {
        QStringList cells;
        for (const DataTable* each : window->findChildren<DataTable*>())
            for (const auto& row : each->snapshot().rows)
                for (const TableCell& cell : row)
                    cells << cell.text;
        return cells;
    }
};

/// Values of z with their sessions, the highest first.
std::vector<std::pair<double, std::size_t>> strongestDays(const std::vector<double>& z) {
    std::vector<std::pair<double, std::size_t>> days;
    for (std::size_t i = 0; i < z.size(); ++i)
        if (!std::isnan(z[i]))
            days.emplace_back(z[i], i);
    std::sort(days.rbegin(), days.rend());
    return days;
}

std::size_t lastEventSession(const EventPageFixture& fixture) {
    return fixture.board().study.rows.back().session;
}

} // namespace

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

    void knobsTurnTheStudy() {
        EventPageFixture fixture;
        const auto* strip = fixture.shown<KnobStrip>();
        const auto& gaps = strip->rows().front().cells;
        const auto wanted = std::find_if(gaps.begin(), gaps.end(), [](const KnobCell& cell) {
            return cell.caption == QLatin1String("126");
        });
        QVERIFY(wanted != gaps.end());
        QVERIFY(!wanted->inForce);
        strip->findChildren<KnobButton*>().at(wanted - gaps.begin())->click();
        fixture.settle();
        QCOMPARE(fixture.session().state().eventGap, 126);
        QCOMPARE(fixture.settings.number(SettingId::EventGap), 126.0);
        QCOMPARE(fixture.events()->snapshot().rows.size(), fixture.board().study.rows.size());
    }

    void controlsReachTheStudy() {
        EventPageFixture fixture;
        fixture.choose(QStringLiteral("Enter at"), 1);
        fixture.choose(QStringLiteral("Event day"), 1);
        fixture.choose(QStringLiteral("Against"), 1);
        fixture.choose(QStringLiteral("Horizons"), 1);
        fixture.type(QStringLiteral("Only if"), QStringLiteral("small > 0"));
        fixture.type(QStringLiteral("Since"), QStringLiteral("1992"));
        const EventStudyParams params =
            *eventStudyParams(fixture.session().state(), viewOf(*fixture.session().desk(), {}));
        QCOMPARE(params.outcomes.entry, EntryRule::EventClose);
        QCOMPARE(params.outcomes.baseline, BaselineRule::SameVolatility);
        QVERIFY(params.outcomes.calendar && params.definition.peak);
        QCOMPARE(params.definition.onlyIf, std::string("small > 0"));
        QCOMPARE(params.definition.start, makeDate(1992, 1, 1));
        QVERIFY(fixture.board().study.params == params);
        QCOMPARE(fixture.table("What followed")->snapshot().rows[4][0].text, QStringLiteral("6M"));
    }

    void anEventOfTheDeskIsASeries() {
        EventPageFixture fixture;
        QVERIFY(!fixture.seriesAction(QStringLiteral("FOMC")));
        InstrumentData fomc;
        fomc.instrument = {"FOMC", "FOMC", InstrumentKind::Event, Unit::Count};
        const std::vector<Date> sessions = fixture.desk->instruments[0].daily.dates;
        fomc.series.push_back({Field::Value,
                               Cadence::Daily,
                               Availability::SameDay,
                               {sessions[400], sessions[900], sessions[2500]},
                               {1, 1, 1}});
        fixture.desk->instruments.push_back(fomc);
        ++fixture.desk->version;
        fixture.session().reload();
        fixture.settle();
        QAction* chosen = fixture.seriesAction(QStringLiteral("FOMC"));
        QVERIFY(chosen);
        chosen->trigger();
        fixture.settle();
        QCOMPARE(fixture.events()->snapshot().rows.size(), 3);
        QVERIFY(!fixture.eventRow(sessions[900]).empty());
        fixture.session().setAsOf(sessions[1000]);
        fixture.settle();
        QCOMPARE(fixture.events()->snapshot().rows.size(), 2);
        QVERIFY(eventChoiceOf(toJson(fixture.session().state().events)).event == "FOMC");

        // A desk without it says so, and the others can still be chosen.
        fixture.desk->instruments.pop_back();
        ++fixture.desk->version;
        fixture.session().reload();
        fixture.settle();
        QVERIFY2(fixture.notice().contains(QStringLiteral("FOMC")), qPrintable(fixture.notice()));
        fixture.seriesAction(QStringLiteral("RUT alone"))->trigger();
        fixture.settle();
        QVERIFY(fixture.board().hasStudy());
    }

    void badInputIsASentenceAndChangesNothing_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a threshold of zero") << "Threshold, σ"
                                             << "0"
                                             << "lies between";
        QTest::newRow("a gap below zero") << "Gap, sessions"
                                          << "-1"
                                          << "lies between";
        QTest::newRow("a condition that is none") << "Only if"
                                                  << "price > 3"
                                                  << "price";
        QTest::newRow("a start that is no date") << "Since"
                                                 << "soon"
                                                 << "is no date";
    }
    void badInputIsASentenceAndChangesNothing() {
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        QFETCH(const QString, sentence);
        EventPageFixture fixture;
        const ViewState before = fixture.session().state();
        fixture.type(field, text);
        QVERIFY(fixture.session().state() == before);
        QVERIFY2(fixture.notice().contains(sentence), qPrintable(fixture.notice()));
    }

    void thereIsASentenceWhereThereIsNoStudy_data() {
        QTest::addColumn<int>("session");
        QTest::addColumn<double>("threshold");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a sample shorter than 252 sessions") << 100 << 1.5 << "an event study needs 252";
        QTest::newRow("before the first z") << 254 << 1.5 << "no value";
        QTest::newRow("no event") << 2000 << 9.0 << "No event: ";
        QTest::newRow("as of before the first event") << 520 << 2.9 << "No event: ";
    }
    void thereIsASentenceWhereThereIsNoStudy() {
        QFETCH(const int, session);
        QFETCH(const double, threshold);
        QFETCH(const QString, sentence);
        EventPageFixture fixture;
        fixture.settings.setNumber(SettingId::EventThreshold, threshold);
        fixture.session().setAsOfIndex(static_cast<std::size_t>(session));
        fixture.settle();
        QVERIFY2(fixture.notice().contains(sentence), qPrintable(fixture.notice()));
        QVERIFY(fixture.allCells().filter(QStringLiteral("nan"), Qt::CaseInsensitive).isEmpty());
    }

    void aHandfulIsListedWithoutAverages_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("one event") << 1 << "One event: it is listed, and nothing is averaged over it.";
        QTest::newRow("one fewer than averages need")
            << 4 << "Only four events: they are listed, and nothing is averaged over them.";
    }
    void aHandfulIsListedWithoutAverages() {
        QFETCH(const int, count);
        QFETCH(const QString, sentence);
        EventPageFixture fixture;
        // Without a gap every session at or above the threshold is an event: as many as there are values of z
        // above a threshold between two of them.
        const Divergence divergence = fixture.core();
        const auto days = strongestDays(divergence.history.zSpread[indexOf(SigmaMode::Expanding)]);
        const auto at = static_cast<std::size_t>(count);
        fixture.settings.setNumber(SettingId::EventGap, 0);
        fixture.settings.setNumber(SettingId::EventThreshold, (days[at - 1].first + days[at].first) / 2);
        fixture.settle();
        std::vector<Date> expected;
        for (std::size_t i = 0; i < at; ++i)
            expected.push_back(divergence.pair.dates[days[i].second]);
        std::sort(expected.rbegin(), expected.rend());
        QStringList dates;
        for (const Date date : expected)
            dates << dateText(date);
        QStringList listed;
        for (const auto& row : fixture.events()->snapshot().rows)
            listed << row[0].text;
        QCOMPARE(listed, dates);
        QVERIFY2(fixture.notice().contains(sentence), qPrintable(fixture.notice()));
        for (const auto& row : fixture.table("What followed")->snapshot().rows)
            QCOMPARE(row[3].text, QStringLiteral("–"));
        QVERIFY(fixture.allCells().filter(QStringLiteral("nan"), Qt::CaseInsensitive).isEmpty());
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
