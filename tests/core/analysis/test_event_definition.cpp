// Which sessions are events: qualifier, lists of dates, direction, peak, start, and everything that is
// refused.
#include "core/analysis/event_claim.h"
#include "core/analysis/event_qualifier.h"
#include "tests/core/analysis/event_fixture.h"
#include "tests/support/suites.h"

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// The invented pair to its first `sessions` weekdays.
Divergence early(std::size_t sessions) {
    return divergenceOf(inventedPair(sessions));
}

std::vector<InstrumentData> withoutChristmas(std::vector<InstrumentData> pair) {
    for (InstrumentData& leg : pair) {
        auto& dates = leg.daily.dates;
        const auto found = std::lower_bound(dates.begin(), dates.end(), *makeDate(1991, 12, 25));
        auto& closes = leg.daily.columns[indexOf(Field::Close)];
        closes.erase(closes.begin() + (found - dates.begin()));
        dates.erase(found);
    }
    return pair;
}

EventDefinition changed(void (*change)(EventDefinition&)) {
    EventDefinition definition = lively().definition;
    change(definition);
    return definition;
}

} // namespace

class EventDefinitionTest : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatCannotBeStudied_data() {
        QTest::addColumn<EventDefinition>("definition");
        QTest::addColumn<int>("sessions");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, EventDefinition definition, int sessions, const char* code,
                            const char* words) {
            QTest::newRow(name) << definition << sessions << QString(code) << QString(words);
        };
        row("a threshold of zero", changed([](EventDefinition& d) { d.threshold = 0; }), 900, "bad_threshold",
            "above 0");
        row("a negative threshold", changed([](EventDefinition& d) { d.threshold = -3; }), 900,
            "bad_threshold", "direction down");
        row("a threshold that is no number", changed([](EventDefinition& d) { d.threshold = std::nan(""); }),
            900, "bad_threshold", "above 0");
        row("a negative gap", changed([](EventDefinition& d) { d.gap = -1; }), 900, "bad_gap", "0 or more");
        row("an unknown name in the qualifier", changed([](EventDefinition& d) { d.onlyIf = "smal > 0"; }),
            900, "bad_qualifier", "character 1");
        row("fewer than 252 sessions", changed([](EventDefinition&) {}), 200, "too_short", "needs 252");
        row("too few sessions for the expanding z", changed([](EventDefinition&) {}), 258, "too_short",
            "no value yet");
        row("a start after the data", changed([](EventDefinition& d) { d.start = makeDate(2050, 1, 1); }),
            900, "start_after_data", "2050-01-01");
    }
    void refusesWhatCannotBeStudied() {
        QFETCH(const EventDefinition, definition);
        QFETCH(const int, sessions);
        QFETCH(const QString, code);
        QFETCH(const QString, words);
        const auto study = studyEvents(early(static_cast<std::size_t>(sessions)), {definition, {}});
        QVERIFY(!study.has_value());
        QCOMPARE(QString::fromStdString(study.error().code), code);
        QVERIFY2(QString::fromStdString(study.error().message).contains(words),
                 study.error().message.c_str());
    }

    void anEventNeedsItsZAndItsQualifier() {
        const Divergence d = divergenceOf(inventedPair(1500));
        EventDefinition definition = lively(1.5, 0).definition;
        definition.onlyIf = "small > 0 and spread >= 1pp";
        const EventPattern pattern = findEvents(d, definition).value();
        QVERIFY(pattern.events.size() > 3);
        QCOMPARE(pattern.events, pattern.eventDays);
        std::vector<std::size_t> wanted;
        const std::vector<double>& z = d.history.zSpread[indexOf(SigmaMode::Expanding)];
        for (std::size_t i = 0; i < z.size(); ++i)
            if (z[i] >= 1.5 && d.history.returnSmall[i] > 0 && d.history.spread[i] >= 0.01)
                wanted.push_back(i);
        QCOMPARE(pattern.events, wanted);
        QCOMPARE(pattern.eligible.size(), static_cast<std::size_t>(std::count_if(
                                              z.begin(), z.end(), [](double v) { return !std::isnan(v); })));
    }

    void downLooksAtFalls() {
        const Divergence d = divergenceOf(inventedPair(1500));
        EventDefinition definition = lively(1.5, 0).definition;
        definition.direction = EventDirection::Down;
        definition.on = EventSeries::Small;
        const EventPattern pattern = findEvents(d, definition).value();
        QVERIFY(!pattern.events.empty());
        for (const std::size_t event : pattern.events)
            QVERIFY(d.history.zSmall[indexOf(SigmaMode::Expanding)][event] <= -1.5);
    }

    void theQualifierComesBeforeDeclustering() {
        const Divergence d = divergenceOf(inventedPair(1500));
        EventDefinition definition = lively(1.2, 63).definition;
        definition.onlyIf = "small > 1%";
        const EventPattern with = findEvents(d, definition).value();
        for (std::size_t i = 1; i < with.events.size(); ++i)
            QVERIFY(with.events[i] - with.events[i - 1] > 63);
        QCOMPARE(with.events.front(), with.eventDays.front());
    }

    void thePeakIsTheStrongestDayOfItsRun() {
        const Divergence d = divergenceOf(inventedPair(3000));
        EventDefinition definition = lively(1.2, 21).definition;
        const EventPattern first = findEvents(d, definition).value();
        definition.peak = true;
        const EventPattern peak = findEvents(d, definition).value();
        QCOMPARE(peak.events.size(), first.events.size());
        const std::vector<double>& z = decidingZ(d, definition);
        bool moved = false;
        for (std::size_t i = 0; i < peak.events.size(); ++i) {
            QVERIFY(peak.events[i] >= first.events[i] && z[peak.events[i]] >= z[first.events[i]]);
            for (std::size_t between = first.events[i]; between <= peak.events[i]; ++between)
                QVERIFY(z[between] >= 1.2);
            moved = moved || peak.events[i] != first.events[i];
        }
        QVERIFY(moved);
    }

    void theStartLimitsEventsAndBaselineButNotSigma() {
        const Divergence d = divergenceOf(inventedPair(2000));
        EventDefinition definition = lively(1.5, 0).definition;
        const EventPattern all = findEvents(d, definition).value();
        definition.start = d.pair.dates[1000];
        const EventPattern late = findEvents(d, definition).value();
        QCOMPARE(late.eligible.front(), std::size_t{1000});
        std::vector<std::size_t> wanted;
        for (const std::size_t event : all.events)
            if (event >= 1000)
                wanted.push_back(event);
        QCOMPARE(late.events, wanted);
    }

    void readsQualifiers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        for (const char* text : {"small>0", "small > 0 and large < -2%", "z >= 3 && z_small < 5σ",
                                 "spread ≥ 3pp", "spread<=250bp", ""})
            QTest::newRow(text) << QString(text) << true;
        for (const char* text :
             {"small", "small >", "small > 3", "z > 3%", "small > 0 or large > 0", "small > 0 large > 0",
              "> 0", "small = 0", "rsi14(RUT) > 70", "small > 0 and"})
            QTest::newRow(text) << QString(text) << false;
    }
    void readsQualifiers() {
        QFETCH(const QString, text);
        QFETCH(const bool, valid);
        const auto qualifier = parseQualifier(text.toStdString());
        QCOMPARE(qualifier.has_value(), valid);
        if (!valid)
            QVERIFY2(qualifier.error().message.find("small, large and spread") != std::string::npos,
                     qualifier.error().message.c_str());
    }

    void namesDatesThatAreNoSessions() {
        const Divergence d = divergenceOf(withoutChristmas(inventedPair(900)));
        const std::string session = isoText(d.pair.dates[400]);
        const std::string later = isoText(d.pair.dates[500]);
        const DateList list = parseDateList("\xEF\xBB\xBF"
                                            "date,what\r\n" +
                                            later + ",CPI\r\n# none\n\n" + session + "\n" + session +
                                            "\n1991-12-25;x\n1991-12-28\n1991-13-01\n2050-01-03\n"
                                            "1980-01-02");
        QCOMPARE(list.dates.size(), std::size_t{7});
        QCOMPARE(list.unreadable.size(), std::size_t{1});
        const ListedSessions listed = sessionsOn(d.pair, list);
        QCOMPARE(listed.sessions, (std::vector<std::size_t>{400, 500}));
        QCOMPARE(listed.skipped.size(), std::size_t{5});
        const std::string text = skippedText(listed.skipped);
        for (const char* words : {"line 7: 1991-12-25 (Christmas Day)", "1991-12-28 (a Saturday)",
                                  "line 9: 1991-13-01 (not a date", "2050-01-03 (after the last session",
                                  "1980-01-02 (before the data"})
            QVERIFY2(text.find(words) != std::string::npos, text.c_str());
    }

    void anEventOfTheDeskIsAListOfItsDays() {
        std::vector<InstrumentData> desk = inventedPair(900);
        const std::vector<Date> sessions = desk[0].daily.dates;
        InstrumentData fomc;
        fomc.instrument = {"FOMC", "FOMC", InstrumentKind::Event, Unit::Count};
        fomc.series.push_back({Field::Value,
                               Cadence::Daily,
                               Availability::SameDay,
                               {sessions[300], sessions[340], sessions[800]},
                               {1, 1, 1}});
        desk.push_back(fomc);
        const auto market = marketOf(desk);
        const auto until500 = eventDates(MarketView::asOf(market, sessions[500]), "FOMC");
        QVERIFY(until500.has_value());
        QCOMPARE(until500->name, std::string("FOMC"));
        QCOMPARE(until500->dates, (std::vector<ListedDate>{{sessions[300], 0}, {sessions[340], 0}}));
        QCOMPARE(eventDates(MarketView::latest(market), "FOMC")->dates.size(), std::size_t{3});
        QCOMPARE(eventSymbols(MarketView::latest(market)), std::vector<Symbol>{"FOMC"});
        QCOMPARE(eventDates(MarketView::latest(market), "RUT").error().code, std::string("no_event"));
        QCOMPARE(eventDates(MarketView::latest(market), "FOMD").error().code, std::string("unknown_symbol"));
        QCOMPARE(eventDates(MarketView::asOf(market, sessions[299]), "FOMC").error().code,
                 std::string("before_data"));
        EventDefinition definition;
        definition.dates = *until500;
        QCOMPARE(definitionText(divergenceOf(inventedPair(900)), definition), std::string("2 dates of FOMC"));
    }

    void aListIsStudiedLikeAnyPattern() {
        const Divergence d = divergenceOf(inventedPair(900));
        EventStudyParams params = lively(3, 0);
        params.definition.dates.emplace();
        for (std::size_t i = 300; i < 700; i += 30)
            params.definition.dates->dates.push_back({d.pair.dates[i], 0});
        const EventStudy study = studyOf(d, params);
        QCOMPARE(study.pattern.events.size(), std::size_t{14});
        QCOMPARE(study.pattern.eligible.size(), d.pair.size());
        QVERIFY(!std::isnan(study.at(21).small.placebo));
    }

    void readsClaims_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("the example") << QString(kExampleClaim.data()) << true;
        QTest::newRow("figures alone") << "7% in 126, 14% in 252 sessions" << true;
        QTest::newRow("small caps alone") << "small z ≥ 2.5 since 1990-06-01: 3.5 % in 3 months" << true;
        QTest::newRow("nothing") << "" << false;
        QTest::newRow("no figure") << "since 1980" << false;
        QTest::newRow("an odd horizon") << "7 % in 100 sessions" << false;
        QTest::newRow("a threshold of zero") << "z >= 0: 7 % in 126" << false;
        QTest::newRow("prose") << "small caps always win" << false;
    }
    void readsClaims() {
        QFETCH(const QString, text);
        QFETCH(const bool, valid);
        const auto claim = parseClaim(text.toStdString());
        QVERIFY2(claim.has_value() == valid, claim ? "" : claim.error().message.c_str());
    }

    void theExampleClaimIsReadAsItWasMade() {
        const EventClaim claim = parseClaim(kExampleClaim).value();
        QCOMPARE(claim.on, EventSeries::Spread);
        QCOMPARE(claim.threshold, 3.0);
        QCOMPARE(claim.since, makeDate(1980, 1, 1));
        QCOMPARE(claim.made, makeDate(2024, 11, 6));
        QCOMPARE(claim.means, (std::vector<ClaimedMean>{{126, 0.07, 0}, {252, 0.14, 0}}));
    }
};

ROTASCOPE_SUITE(EventDefinitionTest)
#include "test_event_definition.moc"
