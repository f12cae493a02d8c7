#include "core/analysis/distribution.h"
#include "tests/support/real_pair.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace rotascope;

class TestDistribution : public QObject {
    Q_OBJECT

private slots:
    void everySessionWithASpreadIsCountedOnce() {
        const auto d = *analyseDivergence(MarketView::latest(test::marketOf(test::inventedPair(700))), {});
        const Distribution result = spreadDistribution(d, SigmaMode::Expanding, 2, 41);
        QCOMPARE(result.counts.size(), std::size_t(41));
        QCOMPARE(std::accumulate(result.counts.begin(), result.counts.end(), std::size_t(0)),
                 result.sessions);
        QCOMPARE(result.sessions, d.pair.size() - static_cast<std::size_t>(d.params.days));
        QCOMPARE(result.first, d.pair.dates[5]);
        QVERIFY(std::abs(result.low + result.highEdge()) < 1e-12);
    }

    void theShareBeyondIsANaiveCount() {
        const auto d = *analyseDivergence(MarketView::latest(test::marketOf(test::inventedPair(700))), {});
        const auto& z = d.history.zSpread[indexOf(SigmaMode::Expanding)];
        double known = 0;
        double beyond = 0;
        for (const double value : z) {
            known += std::isnan(value) ? 0 : 1;
            beyond += value >= 1.5 ? 1 : 0;
        }
        QVERIFY(beyond > 0);
        QCOMPARE(spreadDistribution(d, SigmaMode::Expanding, 1.5, 41).shareBeyond, beyond / known);
    }

    void allPricesEqualFillOneBin() {
        auto pair = test::inventedPair(300);
        for (InstrumentData& data : pair)
            for (double& close : data.daily.columns[indexOf(Field::Close)])
                close = 50;
        const auto d = *analyseDivergence(MarketView::latest(test::marketOf(pair)), {});
        const Distribution result = spreadDistribution(d, SigmaMode::Expanding, 3, 11);
        QCOMPARE(result.counts[0], result.sessions);
    }

    void theNormalLawIsTheTextbooks_data() {
        QTest::addColumn<double>("z");
        QTest::addColumn<double>("share");
        QTest::newRow("half lie above the mean") << 0.0 << 0.5;
        QTest::newRow("2.5 % lie above 1.96") << 1.959963984540054 << 0.025;
        QTest::newRow("0.135 % lie above 3") << 3.0 << 0.0013498980316301;
    }
    void theNormalLawIsTheTextbooks() {
        QFETCH(double, z);
        QFETCH(double, share);
        QVERIFY(std::abs(normalTail(z) - share) < 1e-12);
    }

    void theRealPairHasFatTails_data() {
        QTest::addColumn<SigmaMode>("mode");
        QTest::addColumn<QString>("percent");
        QTest::newRow("robust") << SigmaMode::Mad << "1.4";
        QTest::newRow("expanding") << SigmaMode::Expanding << "0.7";
        QTest::newRow("rolling 756") << SigmaMode::Rolling756 << "0.7";
        QTest::newRow("rolling 252") << SigmaMode::Rolling252 << "0.5";
        QTest::newRow("EWMA") << SigmaMode::Ewma94 << "0.2";
    }
    void theRealPairHasFatTails() {
        QFETCH(SigmaMode, mode);
        QFETCH(QString, percent);
        const auto pair = test::realPair();
        if (pair.empty())
            QSKIP("ROTASCOPE_SHARED holds no real price files; the tails of the real pair were not checked.");
        const auto view = MarketView::asOf(test::marketOf(pair), *makeDate(2024, 11, 6));
        const Distribution result = spreadDistribution(*analyseDivergence(view, {}), mode, 3, 57);
        QCOMPARE(result.sessions, std::size_t(9359));
        QCOMPARE(QString::number(result.shareBeyond * 100, 'f', 1), percent);
    }
};

ROTASCOPE_SUITE(TestDistribution)
#include "test_distribution.moc"
