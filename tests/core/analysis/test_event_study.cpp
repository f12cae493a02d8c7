// Outcomes, baselines, paths, losses and robustness of invented markets against naive twins, and what small
// samples may say.
#include "core/analysis/event_headline.h"
#include "tests/core/analysis/event_fixture.h"
#include "tests/support/naive_statistics.h"
#include "tests/support/suites.h"

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// RUT and SPX with the closes of a formula, 1,000 weekdays.
template <class Formula>
Divergence formulaDivergence(Formula formula, std::size_t sessions = 1000) {
    const std::vector<Date> dates = weekdays(*makeDate(1990, 1, 1), sessions);
    std::vector<double> small, large;
    for (std::size_t i = 0; i < sessions; ++i) {
        small.push_back(formula(i));
        large.push_back(100);
    }
    return divergenceOf({instrumentOf("RUT", dates, small), instrumentOf("SPX", dates, large)});
}

EventStudyParams listOf(const Divergence& d, const std::vector<std::size_t>& sessions) {
    EventStudyParams params;
    params.definition.gap = 0;
    params.definition.dates.emplace();
    for (const std::size_t session : sessions)
        params.definition.dates->dates.push_back({d.pair.dates[session], 0});
    return params;
}

std::vector<std::size_t> everyNth(std::size_t first, std::size_t step, std::size_t count) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(first + i * step);
    return out;
}

bool close(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-12 * std::max(1.0, std::abs(a));
}

} // namespace

class EventStudyTest : public QObject {
    Q_OBJECT

private slots:
    void outcomesAreCountedFromTheEntry_data() {
        QTest::addColumn<bool>("next");
        QTest::newRow("next close") << true;
        QTest::newRow("event's close") << false;
    }
    void outcomesAreCountedFromTheEntry() {
        QFETCH(const bool, next);
        const Divergence d = divergenceOf(inventedPair(1500));
        EventStudyParams params = lively(1.5, 10);
        params.outcomes.entry = next ? EntryRule::NextClose : EntryRule::EventClose;
        const EventStudy study = studyOf(d, params);
        const std::size_t lag = next ? 1 : 0;
        for (std::size_t h = 0; h < kEventHorizons.size(); ++h) {
            const std::size_t horizon = kEventHorizons[h];
            std::vector<double> outcomes, all;
            std::size_t incomplete = 0;
            for (const std::size_t event : study.pattern.events) {
                const std::size_t in = event + lag;
                if (in + horizon >= d.pair.size())
                    ++incomplete;
                else
                    outcomes.push_back(d.pair.small[in + horizon] / d.pair.small[in] - 1);
            }
            for (const std::size_t session : study.pattern.eligible)
                if (session + lag + horizon < d.pair.size())
                    all.push_back(d.pair.small[session + lag + horizon] / d.pair.small[session + lag] - 1);
            const HorizonOutcomes& at = study.horizons[h];
            QCOMPARE(at.incomplete, incomplete);
            QCOMPARE(at.small.inference.n, outcomes.size());
            QCOMPARE(at.small.baselineN, all.size());
            QVERIFY(close(at.small.inference.mean, naiveMean(outcomes)));
            QVERIFY(close(at.small.median, naiveMedian(outcomes)));
            QVERIFY(close(at.small.inference.sd, naiveSd(outcomes)));
            QVERIFY(close(at.small.baselineMean, naiveMean(all)));
            QVERIFY(close(at.small.excess(), naiveMean(outcomes) - naiveMean(all)));
            QVERIFY(close(at.relative.inference.mean, at.small.inference.mean - at.large.inference.mean));
        }
    }

    void calendarHorizonsEndOnOrBeforeTheDay() {
        const Divergence d = divergenceOf(inventedPair(1500));
        const std::size_t exit = exitOf(d.pair, 600, 126, true).value();
        const Date end = addMonths(d.pair.dates[600], 6);
        QVERIFY(d.pair.dates[exit] <= end && d.pair.dates[exit + 1] > end);
        QVERIFY(!exitOf(d.pair, d.pair.size() - 30, 126, true));
        EventStudyParams params = lively(1.5, 10);
        params.outcomes.calendar = true;
        QVERIFY(!std::isnan(studyOf(d, params).at(126).small.inference.mean));
    }

    void smallSamplesSayLess_data() {
        QTest::addColumn<int>("events");
        QTest::addColumn<bool>("mean");
        QTest::addColumn<bool>("p");
        QTest::newRow("one event is only listed") << 1 << false << false;
        QTest::newRow("four events are only listed") << 4 << false << false;
        QTest::newRow("five events have a mean and no p") << 5 << true << false;
        QTest::newRow("nine events have a mean and no p") << 9 << true << false;
        QTest::newRow("ten events have both") << 10 << true << true;
    }
    void smallSamplesSayLess() {
        QFETCH(const int, events);
        QFETCH(const bool, mean);
        QFETCH(const bool, p);
        const Divergence d = divergenceOf(inventedPair(1500));
        const EventStudy study = studyOf(d, listOf(d, everyNth(300, 60, static_cast<std::size_t>(events))));
        const HorizonOutcomes& at = study.at(21);
        QCOMPARE(study.rows.size(), static_cast<std::size_t>(events));
        QCOMPARE(!std::isnan(at.small.inference.mean), mean);
        QCOMPARE(!std::isnan(at.small.median), mean);
        QCOMPARE(!std::isnan(study.path.mean[pathIndex(21)]), mean);
        QCOMPARE(!std::isnan(at.small.placebo), p);
        QVERIFY(!std::isnan(at.small.baselineMean));
        QVERIFY(!std::isnan(study.rows.front().small[2]));
        QCOMPARE(study.notes.front().find("events") == std::string::npos &&
                     study.notes.front().find("One event") == std::string::npos,
                 p);
    }

    void windowsThatAllOverlapAreOnlyListed() {
        const Divergence d = divergenceOf(inventedPair(1500));
        const EventStudy study = studyOf(d, listOf(d, everyNth(600, 1, 12)));
        QCOMPARE(study.at(252).small.inference.n, std::size_t{12});
        QVERIFY(study.at(252).small.inference.nEffective < 2);
        QCOMPARE(study.at(252).size, SampleSize::ListOnly);
        QVERIFY(std::isnan(study.at(252).small.inference.mean));
    }

    void noEventIsASentenceThatSaysHowFarZWent() {
        const Divergence d = divergenceOf(inventedPair(900));
        const EventStudy study = studyOf(d, lively(9));
        QVERIFY(study.rows.empty());
        QVERIFY2(study.notes.front().find("the highest was +") != std::string::npos,
                 study.notes.front().c_str());
        QCOMPARE(plainText(eventHeadline(study, 126)), study.notes.front());
        for (const HorizonOutcomes& at : study.horizons)
            QVERIFY(std::isnan(at.small.inference.mean) && !std::isnan(at.small.baselineMean));
    }

    void aHorizonLongerThanTheDataIsSaid() {
        const Divergence d = divergenceOf(inventedPair(400));
        const EventStudy study = studyOf(d, lively(0.5, 0));
        QCOMPARE(study.at(252).small.baselineN, std::size_t{0});
        QVERIFY(std::isnan(study.at(252).small.baselineMean));
        QVERIFY(std::any_of(study.notes.begin(), study.notes.end(), [](const std::string& note) {
            return note.find("252 sessions after it") != std::string::npos;
        }));
    }

    void missingDatesAreSaid() {
        const EventStudy study = studyOf(divergenceOf(inventedPair(900)), lively());
        QVERIFY(study.notes.back().find("only one series has") != std::string::npos);
        auto pair = inventedPair(900);
        for (InstrumentData& leg : pair) {
            leg.daily.dates.erase(leg.daily.dates.begin() + 400, leg.daily.dates.begin() + 430);
            auto& closes = leg.daily.columns[indexOf(Field::Close)];
            closes.erase(closes.begin() + 400, closes.begin() + 430);
        }
        const EventStudy holed = studyOf(divergenceOf(pair), lively());
        QVERIFY2(holed.notes.back().find("a hole from") != std::string::npos, holed.notes.back().c_str());
    }

    void thePathIsZeroAtTheEntryAndAgreesWithTheTable() {
        const Divergence d = divergenceOf(inventedPair(2500));
        for (const EntryRule entry : {EntryRule::NextClose, EntryRule::EventClose}) {
            EventStudyParams params = lively(1.5, 21);
            params.outcomes.entry = entry;
            const EventStudy study = studyOf(d, params);
            for (const Leg leg : {Leg::Small, Leg::Large, Leg::Relative}) {
                const EventPath path = eventPath(d.pair, study.pattern, params.outcomes, leg);
                QCOMPARE(path.mean[pathIndex(0)], 0.0);
                QCOMPARE(path.baseline[pathIndex(0)], 0.0);
                QCOMPARE(path.lines.front()[pathIndex(0)], 0.0);
                for (const HorizonOutcomes& at : study.horizons) {
                    const OutcomeFigures& figures = leg == Leg::Small   ? at.small
                                                    : leg == Leg::Large ? at.large
                                                                        : at.relative;
                    const std::size_t step = pathIndex(static_cast<int>(at.horizon));
                    QVERIFY(close(path.mean[step], figures.inference.mean));
                    QVERIFY(close(path.low[step], figures.inference.low));
                    QVERIFY(close(path.median[step], figures.median));
                    QVERIFY(std::abs(path.baseline[step] - figures.baselineMean) < 1e-12);
                    QCOMPARE(path.count[step], figures.inference.n);
                }
            }
        }
    }

    void equalVolatilityComparesLikeWithLike() {
        // Calm and wild stretches of 200 sessions take turns; events only in wild ones.
        const Divergence d = formulaDivergence(
            [](std::size_t i) {
                const double swing = i / 200 % 2 == 1 ? 3 : 0.3;
                return 100 + 0.05 * static_cast<double>(i) + (i % 2 == 0 ? swing : -swing);
            },
            1600);
        EventStudyParams params = listOf(d, {270, 300, 330, 360, 390, 670, 700, 730, 760, 790, 1070, 1100});
        params.outcomes.baseline = BaselineRule::SameVolatility;
        const EventStudy study = studyOf(d, params);
        const auto groups = baselineGroups(d.pair, study.pattern.eligible, BaselineRule::SameVolatility);
        const HorizonSample sample =
            horizonSample(d.pair, study.pattern.eligible, groups, params.outcomes, 21);
        double expected = 0;
        for (const std::size_t event : study.pattern.events) {
            std::vector<double> same;
            for (std::size_t i = 0; i < sample.sessions.size(); ++i)
                if (sample.groups[i] == groups[event])
                    same.push_back(sample.small.values[i]);
            expected += naiveMean(same) / static_cast<double>(study.pattern.events.size());
        }
        QVERIFY(close(study.at(21).small.baselineMean, expected));
        QVERIFY(study.at(21).small.baselineN < sample.sessions.size());
        QVERIFY(std::abs(study.path.baseline[pathIndex(21)] - expected) < 1e-12);
    }

    void fifthsAreOfEqualSize() {
        const Divergence d = divergenceOf(inventedPair(1500));
        const EventPattern pattern = findEvents(d, lively().definition).value();
        const auto groups = baselineGroups(d.pair, pattern.eligible, BaselineRule::SameVolatility);
        std::array<std::size_t, kBaselineGroups> counts{};
        for (const std::size_t session : pattern.eligible)
            ++counts[groups[session]];
        for (std::size_t fifth = 1; fifth < 5; ++fifth)
            QVERIFY(counts[fifth] + 1 >= counts[0] && counts[fifth] <= counts[0] + 1);
        QCOMPARE(counts[5], std::size_t{0});
    }

    void lossOddsAgreeWithTheNaiveTwin() {
        const Divergence d = divergenceOf(inventedPair(2500));
        const EventStudy study = studyOf(d, lively(1.5, 10));
        QCOMPARE(study.losses.size(), std::size_t{9});
        for (const LossOdds& odds : study.losses) {
            const auto shareOf = [&](const std::vector<std::size_t>& sessions) {
                std::size_t n = 0, hit = 0;
                for (const std::size_t session : sessions) {
                    const std::size_t in = session + 1;
                    if (in + odds.window >= d.pair.size())
                        continue;
                    double worst = 1;
                    for (std::size_t i = 1; i <= odds.window; ++i)
                        worst = std::min(worst, d.pair.small[in + i] / d.pair.small[in] - 1);
                    ++n;
                    hit += worst <= -odds.loss ? 1 : 0;
                }
                return static_cast<double>(hit) / static_cast<double>(n);
            };
            QCOMPARE(odds.share, shareOf(study.pattern.events));
            QCOMPARE(odds.anySession, shareOf(study.pattern.eligible));
            QVERIFY(odds.sameVolatility >= 0 && odds.sameVolatility <= 1);
        }
    }

    void everyCombinationIsTheStudyUnderThoseKnobs() {
        const Divergence d = divergenceOf(inventedPair(2500));
        const EventStudyParams params = lively(2, 63);
        const EventRobustness robustness = studyRobustness(d, params, 63, Leg::Relative).value();
        QCOMPARE(robustness.combinations.size(), std::size_t{144});
        std::size_t inForce = 0;
        for (std::size_t i = 0; i < robustness.combinations.size(); i += 7) {
            const Combination& c = robustness.combinations[i];
            EventStudyParams other = params;
            other.definition.sigma = c.sigma;
            other.definition.threshold = c.threshold;
            other.definition.gap = c.gap;
            const HorizonOutcomes at = studyOf(d, other).at(63);
            QCOMPARE(c.n, at.relative.inference.n);
            QVERIFY(close(c.mean, at.relative.inference.mean));
            QVERIFY(close(c.p, at.relative.placebo));
            QVERIFY(close(c.baseline, at.relative.baselineMean));
        }
        for (const Combination& c : robustness.combinations)
            inForce += c.inForce ? 1 : 0;
        QCOMPARE(inForce, std::size_t{1});
        QVERIFY(robustnessSentence(robustness).find("144 combinations looked at") == 0);
    }

    void aKnobBetweenTheUsualOnesIsLookedAtToo() {
        const Divergence d = divergenceOf(inventedPair(1500));
        const EventRobustness robustness = studyRobustness(d, lively(1.7, 30), 21, Leg::Small).value();
        QCOMPARE(robustness.combinations.size(), std::size_t{6 * 5 * 7});
        QCOMPARE(robustness.gaps.size(), std::size_t{7});
    }

    void leavingOutAYearGivesBackTheRest() {
        const Divergence d = divergenceOf(inventedPair(2500));
        const EventStudyParams params = lively(1.5, 10);
        const EventStudy study = studyOf(d, params);
        const EventRobustness robustness = studyRobustness(d, params, 21, Leg::Small).value();
        QVERIFY(robustness.leftOut.size() > 3);
        std::size_t events = 0;
        for (std::size_t i = 0; i < robustness.leftOut.size(); ++i) {
            const LeftOutYear& year = robustness.leftOut[i];
            std::vector<double> rest;
            for (const EventRow& row : study.rows)
                if (yearOf(row.date) != year.year && !std::isnan(row.small[2]))
                    rest.push_back(row.small[2]);
            QVERIFY(close(year.mean, naiveMean(rest)));
            QVERIFY(close(year.carried, study.at(21).small.inference.mean - year.mean));
            QVERIFY(i == 0 || std::abs(year.carried) <= std::abs(robustness.leftOut[i - 1].carried));
            events += year.events;
        }
        QCOMPARE(events, study.at(21).small.inference.n);
    }

    void splitsByDecadeAndYieldAddUp() {
        const Divergence d = divergenceOf(inventedPair(3200));
        const EventStudyParams params = lively(1.5, 10);
        std::vector<double> yields;
        for (std::size_t i = 0; i < d.pair.size(); ++i)
            yields.push_back(4 + std::sin(static_cast<double>(i) / 300));
        const YieldSeries series{"DGS10", {d.pair.dates, yields}};
        const EventRobustness robustness = studyRobustness(d, params, 21, Leg::Small, series).value();
        std::size_t events = 0;
        for (const EventSplit& decade : robustness.decades)
            events += decade.n;
        QCOMPARE(events, studyOf(d, params).at(21).small.inference.n);
        QCOMPARE(robustness.decades.front().label, std::string("1990s"));
        QCOMPARE(robustness.yields.size(), std::size_t{2});
        QCOMPARE(robustness.yields.front().label, std::string("DGS10 rising"));
        QCOMPARE(robustness.yields[0].n + robustness.yields[1].n, events);
    }

    void theCommandNamesEveryChoice() {
        EventStudyParams params;
        QCOMPARE(eventCommand(params, 5),
                 std::string("events --days 5 --sigma expanding --threshold 3 --gap 63"));
        params.definition.on = EventSeries::Small;
        params.definition.sigma = SigmaMode::Ewma94;
        params.definition.threshold = 2.5;
        params.definition.direction = EventDirection::Down;
        params.definition.onlyIf = "small > 0";
        params.definition.start = makeDate(1990, 1, 2);
        params.definition.peak = true;
        params.outcomes = {EntryRule::EventClose, true, BaselineRule::SameVolatility};
        QCOMPARE(eventCommand(params, 10),
                 std::string(
                     "events --days 10 --sigma ewma_94 --threshold 2.5 --gap 63 --on small --direction down "
                     "--only-if \"small > 0\" --start 1990-01-02 --peak --entry close --calendar "
                     "--baseline volatility"));
    }
};

ROTASCOPE_SUITE(EventStudyTest)
#include "test_event_study.moc"
