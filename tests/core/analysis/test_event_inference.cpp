#include "core/analysis/event_inference.h"
#include "core/analysis/event_placebo.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>
#include <cstdlib>
#include <numeric>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// The definition as it reads: every shift one by one.
double naivePlacebo(const std::vector<double>& eligible, const std::vector<std::size_t>& events) {
    const double baseline = naiveMean(eligible);
    const auto meanAt = [&](std::size_t shift) {
        double sum = 0;
        for (const std::size_t event : events)
            sum += eligible[(event + shift) % eligible.size()];
        return sum / static_cast<double>(events.size());
    };
    const double observed = std::abs(meanAt(0) - baseline);
    std::size_t asFar = 0;
    for (std::size_t shift = 0; shift < eligible.size(); ++shift)
        asFar += std::abs(meanAt(shift) - baseline) >= observed - 1e-12 ? 1 : 0;
    return static_cast<double>(asFar) / static_cast<double>(eligible.size());
}

/// Least squares on (1, dummy) and the sandwich with Bartlett weights, written out.
double naiveNeweyWest(const std::vector<double>& y, const std::vector<std::size_t>& events,
                      std::size_t horizon) {
    std::vector<double> d(y.size(), 0);
    for (const std::size_t event : events)
        d[event] = 1;
    const double dMean = naiveMean(d);
    const double yMean = naiveMean(y);
    double cross = 0, square = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        cross += (d[i] - dMean) * (y[i] - yMean);
        square += (d[i] - dMean) * (d[i] - dMean);
    }
    const double slope = cross / square;
    std::vector<double> score(y.size());
    for (std::size_t i = 0; i < y.size(); ++i)
        score[i] = (d[i] - dMean) * (y[i] - yMean - slope * (d[i] - dMean));
    double variance = 0;
    for (std::size_t i = 0; i < y.size(); ++i)
        for (std::size_t j = 0; j < y.size(); ++j) {
            const std::size_t lag = i > j ? i - j : j - i;
            if (lag < horizon)
                variance +=
                    (1 - static_cast<double>(lag) / static_cast<double>(horizon)) * score[i] * score[j];
        }
    return slope / std::sqrt(variance / (square * square));
}

double naiveEffective(const std::vector<std::size_t>& positions, std::size_t horizon) {
    double weight = 0;
    for (const std::size_t a : positions)
        for (const std::size_t b : positions) {
            const double distance = std::abs(static_cast<double>(a) - static_cast<double>(b));
            weight += std::max(0.0, 1 - distance / static_cast<double>(horizon));
        }
    const double n = static_cast<double>(positions.size());
    return n * n / weight;
}

const std::vector<std::size_t> kSomeEvents{0, 3, 40, 41, 77, 150, 151, 152, 299, 350, 399};

} // namespace

class EventInferenceTest : public QObject {
    Q_OBJECT

private slots:
    void shiftsAgreeWithTheNaiveTwin_data() {
        QTest::addColumn<std::vector<std::size_t>>("events");
        QTest::newRow("eleven events, the first and last session among them") << kSomeEvents;
        QTest::newRow("one event") << std::vector<std::size_t>{17};
        QTest::newRow("an even number of events") << std::vector<std::size_t>{5, 390};
    }
    void shiftsAgreeWithTheNaiveTwin() {
        QFETCH(const std::vector<std::size_t>, events);
        const std::vector<double> outcomes = invented(400, 0.01, 0.1);
        QCOMPARE(ShiftPlacebo(outcomes).p(events), naivePlacebo(outcomes, events));
        const std::vector<double> many = invented(2500, 0.01, 0.1, 9); // more than one block of shifts
        QCOMPARE(ShiftPlacebo(many).p(events), naivePlacebo(many, events));
    }

    void neweyWestAgreesWithTheNaiveTwin_data() {
        QTest::addColumn<unsigned>("horizon");
        for (const unsigned horizon : {1U, 2U, 21U, 126U, 400U, 500U})
            QTest::addRow("lag %u", horizon - 1) << horizon;
    }
    void neweyWestAgreesWithTheNaiveTwin() {
        QFETCH(const unsigned, horizon);
        const std::vector<double> outcomes = walk(400);
        const double t = neweyWestT(outcomes, kSomeEvents, horizon);
        const double naive = naiveNeweyWest(outcomes, kSomeEvents, horizon);
        QVERIFY2(std::abs(t - naive) <= 1e-9 * std::abs(naive),
                 (std::to_string(t) + ", " + std::to_string(naive)).c_str());
    }

    void effectiveNumberCountsSharedSessionsOnce() {
        QCOMPARE(effectiveNumber(std::vector<std::size_t>{0, 100, 200}, 21), 3.0);
        QCOMPARE(effectiveNumber(kSomeEvents, 63), naiveEffective(kSomeEvents, 63));
        QVERIFY(std::isnan(effectiveNumber({}, 63)));
    }

    void ranksOfTheMediansIntervalAreThoseOfTheBinomial_data() {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("low");
        QTest::addColumn<int>("high");
        // Counted with whole numbers of any length: the largest k with Σ C(n, i) · 1000 ≤ 25 · 2ⁿ over i < k.
        QTest::newRow("the least that there is") << 6 << 1 << 6;
        QTest::newRow("an even n") << 16 << 4 << 13;
        QTest::newRow("an odd n") << 17 << 5 << 13;
        QTest::newRow("a hundred") << 100 << 40 << 61;
        QTest::newRow("more than a double's powers of two") << 3000 << 1446 << 1555;
    }
    void ranksOfTheMediansIntervalAreThoseOfTheBinomial() {
        QFETCH(const int, n);
        std::vector<double> ranks(static_cast<std::size_t>(n));
        std::iota(ranks.begin(), ranks.end(), 1.0);
        const Interval interval = medianInterval(ranks);
        QTEST(static_cast<int>(interval.low), "low");
        QTEST(static_cast<int>(interval.high), "high");
        QVERIFY(std::isnan(medianInterval(std::span(ranks).first(5)).low));
    }

    void nothingToCompareIsNotANumber() {
        const std::vector<double> outcomes = invented(50, 0, 1);
        QVERIFY(std::isnan(ShiftPlacebo(outcomes).p({})));
        QVERIFY(std::isnan(ShiftPlacebo({}).p({})));
        QVERIFY(std::isnan(neweyWestT(outcomes, {}, 5)));
        QVERIFY(std::isnan(neweyWestT(std::vector<double>(50, 1.0), std::vector<std::size_t>{3}, 5)));
        const std::vector<std::size_t> one{3};
        const std::vector<double> value{0.1};
        QVERIFY(std::isnan(overlapAdjusted(one, value, 21).low));
        QCOMPARE(overlapAdjusted(one, value, 21).mean, 0.1);
    }
};

ROTASCOPE_SUITE(EventInferenceTest)
#include "test_event_inference.moc"
