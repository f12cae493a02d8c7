// What a study may not do, on invented markets: look ahead, or depend on units. The long versions, with
// coverage and power, are in tests/soak.
#include "tests/core/analysis/event_fixture.h"
#include "tests/support/suites.h"

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

std::vector<std::pair<const char*, EventStudyParams>> variants() {
    EventStudyParams plain = lively(1.5, 21);
    EventStudyParams close = plain;
    close.outcomes.entry = EntryRule::EventClose;
    close.definition.onlyIf = "small > 0";
    EventStudyParams calendar = plain;
    calendar.outcomes.calendar = true;
    calendar.definition.sigma = SigmaMode::InSample;
    EventStudyParams volatility = plain;
    volatility.outcomes.baseline = BaselineRule::SameVolatility;
    volatility.definition.sigma = SigmaMode::Ewma94;
    volatility.definition.peak = true;
    EventStudyParams down = plain;
    down.definition.direction = EventDirection::Down;
    down.definition.on = EventSeries::Small;
    return {{"next close", plain},
            {"event's close with a qualifier", close},
            {"calendar, in-sample", calendar},
            {"volatility, EWMA, peak", volatility},
            {"falls of small caps", down}};
}

} // namespace

class EventTruthTest : public QObject {
    Q_OBJECT

    static void addVariants() {
        QTest::addColumn<EventStudyParams>("params");
        for (const auto& [name, params] : variants())
            QTest::newRow(name) << params;
    }

private slots:
    void aStudyAsOfADayIsThatOfADeskThatEndsThere_data() { addVariants(); }
    void aStudyAsOfADayIsThatOfADeskThatEndsThere() {
        QFETCH(const EventStudyParams, params);
        const auto pair = inventedPair(1800);
        const auto whole = marketOf(pair);
        for (int offset = 700; offset < 2500; offset += 233) {
            const Date date = *makeDate(1990, 1, 1) + std::chrono::days{offset};
            const auto seen = analyseDivergence(MarketView::asOf(whole, date), {});
            const EventStudy ended = studyOf(divergenceOf(endingAt(pair, date)), params);
            const std::string difference = firstStudyDifference(studyOf(*seen, params), ended, 0);
            QVERIFY2(difference.empty(), (isoText(date) + ": " + difference).c_str());
        }
    }

    void noLaterValueChangesAStudy_data() { addVariants(); }
    void noLaterValueChangesAStudy() {
        QFETCH(const EventStudyParams, params);
        auto pair = inventedPair(1800);
        const Date date = pair.front().daily.dates[1300];
        const EventStudy before =
            studyOf(*analyseDivergence(MarketView::asOf(marketOf(pair), date), {}), params);
        for (InstrumentData& leg : pair) {
            std::vector<double>& closes = leg.daily.columns[indexOf(Field::Close)];
            for (std::size_t i = 0; i < closes.size(); ++i)
                if (leg.daily.dates[i] > date)
                    closes[i] *= i % 2 == 0 ? 3 : 0.2;
        }
        const EventStudy after =
            studyOf(*analyseDivergence(MarketView::asOf(marketOf(pair), date), {}), params);
        const std::string difference = firstStudyDifference(before, after, 0);
        QVERIFY2(difference.empty(), difference.c_str());
    }

    void theEventsOfTodayAreKnownToday() {
        // Without in-sample σ an event never appears, moves or goes when later days come.
        const Divergence d = divergenceOf(inventedPair(1800));
        for (const SigmaModeInfo& mode : kSigmaModes) {
            if (mode.mode == SigmaMode::InSample)
                continue;
            EventDefinition definition = lively(1.5, 21).definition;
            definition.sigma = mode.mode;
            const EventPattern all = findEvents(d, definition).value();
            const Date date = d.pair.dates[1200];
            const EventPattern early =
                findEvents(divergenceOf(endingAt(inventedPair(1800), date)), definition).value();
            std::vector<std::size_t> wanted;
            for (const std::size_t event : all.events)
                if (event <= 1200)
                    wanted.push_back(event);
            QCOMPARE(early.events, wanted);
        }
    }

    void pricesInOtherUnitsChangeNothing_data() { addVariants(); }
    void pricesInOtherUnitsChangeNothing() {
        QFETCH(const EventStudyParams, params);
        auto pair = inventedPair(1800);
        const EventStudy before = studyOf(divergenceOf(pair), params);
        for (InstrumentData& leg : pair)
            for (double& close : leg.daily.columns[indexOf(Field::Close)])
                close *= 1024; // a power of two leaves every digit as it was
        const std::string difference =
            firstStudyDifference(before, studyOf(divergenceOf(pair), params), 1e-12);
        QVERIFY2(difference.empty(), difference.c_str());
    }

    void swappedLegsFlipTheSpread() {
        auto pair = inventedPair(1800);
        const Divergence d = divergenceOf(pair);
        std::swap(pair[0].daily, pair[1].daily);
        const Divergence swapped = divergenceOf(pair);
        EventStudyParams up = lively(1.5, 21);
        EventStudyParams down = up;
        down.definition.direction = EventDirection::Down;
        const EventStudy one = studyOf(d, up);
        const EventStudy other = studyOf(swapped, down);
        QVERIFY(!one.pattern.events.empty());
        QCOMPARE(other.pattern.events, one.pattern.events);
        for (std::size_t h = 0; h < one.horizons.size(); ++h) {
            const OutcomeFigures& a = one.horizons[h].relative;
            const OutcomeFigures& b = other.horizons[h].relative;
            QVERIFY(std::abs(a.inference.mean + b.inference.mean) < 1e-12);
            QVERIFY(std::abs(a.inference.low + b.inference.high) < 1e-12);
            QVERIFY(std::abs(a.baselineMean + b.baselineMean) < 1e-12);
            QVERIFY(std::abs(a.placebo - b.placebo) < 1e-12);
        }
    }
};

ROTASCOPE_SUITE(EventTruthTest)
#include "test_event_truth.moc"
