#include "core/analysis/declustering.h"
#include "core/analysis/pair_facts.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rotascope;

namespace {

Divergence analysed(std::size_t sessions) {
    return *analyseDivergence(MarketView::latest(test::marketOf(test::inventedPair(sessions))), {});
}

} // namespace

class TestPairFacts : public QObject {
    Q_OBJECT

private slots:
    void theLastEventIsTheLastOfTheDeclusteredOnes() {
        const Divergence d = analysed(900);
        const auto& z = d.history.zSpread[indexOf(SigmaMode::Expanding)];
        const auto events = firstKeptEvents(z, 1.5, 20);
        QVERIFY(!events.empty());
        const PairFacts facts = pairFacts(d, SigmaMode::Expanding, 1.5, 20);
        QVERIFY(facts.lastEvent.has_value());
        QCOMPARE(facts.lastEvent->date, d.pair.dates[events.back()]);
        QCOMPARE(facts.lastEvent->z, z[events.back()]);
        QCOMPARE(facts.lastEvent->sessionsAgo, z.size() - 1 - events.back());
    }

    void withoutAnEventThereIsNone() {
        QVERIFY(!pairFacts(analysed(900), SigmaMode::Expanding, 50, 63).lastEvent);
    }

    void theStateAgainstTheAverageIsANaiveCount() {
        const Divergence d = analysed(900);
        const auto ratio = ratioRebased(d.pair, 0);
        const auto averageAt = [&ratio](std::size_t at) {
            double sum = 0;
            for (std::size_t i = at - 199; i <= at; ++i)
                sum += ratio[i];
            return sum / 200;
        };
        const std::size_t last = ratio.size() - 1;
        const bool above = ratio[last] > averageAt(last);
        std::size_t sessions = 0;
        for (std::size_t at = last; at >= 199 && (ratio[at] > averageAt(at)) == above; --at)
            ++sessions;
        const AverageState state = pairFacts(d, SigmaMode::Expanding, 3, 63).ratioToAverage200;
        QCOMPARE(state.above, above);
        QCOMPARE(state.sessionsIn, sessions);
        QVERIFY(std::abs(state.distance - (ratio[last] / averageAt(last) - 1)) < 1e-12);
    }

    void beforeTwoHundredSessionsThereIsNoState() {
        const AverageState state = pairFacts(analysed(150), SigmaMode::Expanding, 3, 63).ratioToAverage200;
        QVERIFY(std::isnan(state.distance));
        QCOMPARE(state.sessionsIn, std::size_t(0));
    }

    void aRatioThatNeverMovesIsNotAboveItsAverage() {
        Divergence d = analysed(300);
        std::fill(d.pair.small.begin(), d.pair.small.end(), 0.3);
        std::fill(d.pair.large.begin(), d.pair.large.end(), 0.7);
        const AverageState state = pairFacts(d, SigmaMode::Expanding, 3, 63).ratioToAverage200;
        QVERIFY(!state.above);
        QCOMPARE(state.distance, 0.0);
    }
};

ROTASCOPE_SUITE(TestPairFacts)
#include "test_pair_facts.moc"
