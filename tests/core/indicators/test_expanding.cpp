#include "core/indicators/ewma.h"
#include "core/indicators/expanding.h"
#include "core/indicators/order.h"
#include "core/indicators/robust.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr std::size_t kMinimum = 30;

/// `statistic` of the observations up to each position that is one itself, once there are `minimum`.
template <class Statistic>
std::vector<double> naive(const std::vector<double>& values, std::size_t minimum, Statistic statistic) {
    std::vector<double> out(values.size(), kNaN);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::vector<double> seen = observations(std::span(values).first(i + 1));
        if (!std::isnan(values[i]) && seen.size() >= minimum)
            out[i] = statistic(seen);
    }
    return out;
}

std::vector<double> alternating(std::size_t count) {
    std::vector<double> values = invented(count, 0, 0.001);
    for (std::size_t i = 0; i < count; ++i)
        values[i] += i % 2 == 0 ? 1 : -1;
    return values;
}

} // namespace

class ExpandingTest : public QObject {
    Q_OBJECT

private slots:
    void momentsAgreeWithTwoPasses_data() { addShapeRows(); }
    void momentsAgreeWithTwoPasses() {
        QFETCH(const std::vector<double>, values);
        const Moments moments = expandingMoments(values, kMinimum);
        const std::vector<double> sd = naive(values, kMinimum, naiveSd);
        const std::vector<double> mean = naive(values, kMinimum, naiveMean);
        EXPECT_COLUMN(moments.sd, sd, 1e-12);
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY(std::isnan(mean[i]) ||
                    std::abs(moments.mean[i] - mean[i]) <= 1e-13 * (std::abs(mean[i]) + sd[i]));
    }

    void theFirstResultStandsOnTheMinimumthObservation() {
        const std::vector<double> values = withValueAt(invented(300, 0, 1), 4, kNaN);
        const auto firstKnown = [](const std::vector<double>& column) {
            return std::find_if(column.begin(), column.end(), [](double x) { return !std::isnan(x); }) -
                   column.begin();
        };
        QCOMPARE(firstKnown(expandingMoments(values, 252).sd), 252);
        QCOMPARE(firstKnown(expandingMedianMad(values, sortedOrder(values), 252).mad), 252);
        QCOMPARE(firstKnown(ewmaSigma(values, 0.94, 252)), 253);
        QCOMPARE(firstKnown(expandingPercentile(values, sortedOrder(values))), 0);
    }

    void medianAndMadAreExactlyThoseOfSorting_data() {
        addShapeRows();
        QTest::newRow("two clouds that take turns") << alternating(400);
        QTest::newRow("all equal") << std::vector<double>(100, 0.1);
        QTest::newRow("ascending") << [] {
            std::vector<double> values = invented(300, 0, 1);
            std::sort(values.begin(), values.end());
            return values;
        }();
        QTest::newRow("numbers that differ only in their last bits") << invented(300, 1, 1e-12);
    }
    void medianAndMadAreExactlyThoseOfSorting() {
        QFETCH(const std::vector<double>, values);
        for (const std::size_t minimum : {1UL, kMinimum}) {
            const RobustMoments moments = expandingMedianMad(values, sortedOrder(values), minimum);
            EXPECT_COLUMN(moments.median, naive(values, minimum, naiveMedian), 0);
            EXPECT_COLUMN(moments.mad, naive(values, minimum, naiveMad), 0);
        }
    }

    void percentileCountsWhatIsAtOrBelow_data() { addShapeRows(); }
    void percentileCountsWhatIsAtOrBelow() {
        QFETCH(const std::vector<double>, values);
        const std::vector<double> shares = expandingPercentile(values, sortedOrder(values));
        EXPECT_COLUMN(shares,
                      naive(values, 1, [](const auto& seen) { return naiveShare(seen, seen.back()); }), 0);
        if (!values.empty())
            QVERIFY(same(shareAtOrBelow(values, values.back()), shares.back()));
    }

    void orderIsThatOfStableSorting_data() {
        addShapeRows();
        QTest::newRow("negative and positive, large and small")
            << std::vector<double>{1e300, -1e-300, 0, -0.0, 5, -5, 1e-300, -1e300, 0};
    }
    void orderIsThatOfStableSorting() {
        QFETCH(const std::vector<double>, values);
        std::vector<std::uint32_t> wanted;
        for (std::uint32_t i = 0; i < values.size(); ++i)
            if (!std::isnan(values[i]))
                wanted.push_back(i);
        std::stable_sort(wanted.begin(), wanted.end(), [&](auto a, auto b) { return values[a] < values[b]; });
        QVERIFY(sortedOrder(values) == wanted);
    }

    void ewmaKnowsOnlyTheDaysBefore() {
        const std::vector<double> values = withValueAt(invented(300, 0, 0.02), 100, kNaN);
        const std::vector<double> sigma = ewmaSigma(values, 0.94, 10);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::vector<double> before = observations(std::span(values).first(i));
            if (before.size() < 10) {
                QVERIFY(std::isnan(sigma[i]));
                continue;
            }
            // The closed form: weights 0.06 · 0.94^age, and what is left over on the first square.
            long double weight = 1;
            long double variance = 0;
            for (std::size_t age = 0; age + 1 < before.size(); ++age, weight *= 0.94L)
                variance +=
                    0.06L * weight * before[before.size() - 1 - age] * before[before.size() - 1 - age];
            variance += weight * before.front() * before.front();
            QVERIFY(close(sigma[i], static_cast<double>(std::sqrt(variance)), 1e-13));
        }
    }

    void laterValuesChangeNothing() {
        const std::vector<double> all = withValueAt(invented(700, 0, 0.02), 3, kNaN);
        const Moments moments = expandingMoments(all, kMinimum);
        const RobustMoments robust = expandingMedianMad(all, sortedOrder(all), kMinimum);
        const std::vector<double> shares = expandingPercentile(all, sortedOrder(all));
        for (const std::size_t count : {1UL, 30UL, 31UL, 32UL, 333UL, 699UL}) {
            const std::span<const double> part(all.data(), count);
            QVERIFY(same(expandingMoments(part, kMinimum).sd.back(), moments.sd[count - 1]));
            QVERIFY(same(expandingMedianMad(part, sortedOrder(part), kMinimum).mad.back(),
                         robust.mad[count - 1]));
            QVERIFY(same(expandingPercentile(part, sortedOrder(part)).back(), shares[count - 1]));
            QVERIFY(same(ewmaSigma(part, 0.94, 20).back(), ewmaSigma(all, 0.94, 20)[count - 1]));
        }
    }

    void nothingIsAtOrBelowAMissingValue() {
        QVERIFY(std::isnan(shareAtOrBelow(std::vector<double>{1, 2}, kNaN)));
        QVERIFY(std::isnan(shareAtOrBelow({}, 1)));
        QCOMPARE(shareAtOrBelow(std::vector<double>{1, kNaN, 2, 3}, 2), 2.0 / 3);
    }
};

ROTASCOPE_SUITE(ExpandingTest)
#include "test_expanding.moc"
