#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr std::size_t kWindow = 60;

/// `statistic` of each full window without NaN.
template <class Statistic>
std::vector<double> naive(const std::vector<double>& values, std::size_t window, Statistic statistic) {
    std::vector<double> out(values.size(), kNaN);
    for (std::size_t i = window - 1; i < values.size(); ++i) {
        const std::span<const double> part(values.data() + i + 1 - window, window);
        if (observations(part).size() == window)
            out[i] = statistic(part);
    }
    return out;
}

} // namespace

class RollingTest : public QObject {
    Q_OBJECT

private slots:
    void meanAgreesWithTwoPasses_data() { addShapeRows(); }
    void meanAgreesWithTwoPasses() {
        QFETCH(const std::vector<double>, values);
        const std::vector<double> wanted = naive(values, kWindow, naiveMean);
        // A mean near zero has no relative accuracy; it is compared on the scale of what it averages.
        const std::vector<double> mean = simpleMovingAverage(values, kWindow);
        const std::vector<double> sd = naive(values, kWindow, naiveSd);
        const Moments moments = rollingMoments(values, kWindow);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double scale = std::abs(wanted[i]) + sd[i];
            QCOMPARE(std::isnan(mean[i]), std::isnan(wanted[i]));
            QVERIFY(std::isnan(scale) || std::abs(mean[i] - wanted[i]) <= 1e-13 * scale);
            QVERIFY(std::isnan(scale) || std::abs(moments.mean[i] - wanted[i]) <= 1e-13 * scale);
        }
    }

    void deviationAgreesWithTwoPasses_data() { addShapeRows(); }
    void deviationAgreesWithTwoPasses() {
        QFETCH(const std::vector<double>, values);
        EXPECT_COLUMN(rollingMoments(values, kWindow).sd, naive(values, kWindow, naiveSd), 1e-12);
        EXPECT_COLUMN(rollingMoments(values, 2).sd, naive(values, 2, naiveSd), 1e-12);
    }

    void aMillionUpdatesDoNotDrift_data() {
        QTest::addColumn<std::vector<double>>("values");
        QTest::newRow("returns") << invented(1'000'000, 0.0003, 0.02);
        QTest::newRow("price levels") << invented(1'000'000, 4000, 30);
        QTest::newRow("a nearly constant level") << invented(1'000'000, 4000, 0.01);
        QTest::newRow("after a spike of 10,000") << withValueAt(invented(1'000'000, 100, 0.02), 500, 1e4);
    }
    void aMillionUpdatesDoNotDrift() {
        QFETCH(const std::vector<double>, values);
        const Moments moments = rollingMoments(values, 252);
        for (std::size_t end = values.size() - 2000; end < values.size(); ++end) {
            const double wanted = naiveSd(std::span(values).subspan(end - 251, 252));
            QVERIFY(std::abs(moments.sd[end] / wanted - 1) < 1e-10);
        }
    }

    void equalValuesHaveNoDeviation() {
        const Moments moments = rollingMoments(std::vector<double>(100, 0.1), 10);
        for (std::size_t i = 9; i < 100; ++i)
            QVERIFY(moments.sd[i] == 0 && moments.mean[i] == 0.1);
        const std::vector<double> mean = simpleMovingAverage(std::vector<double>(100, 0.1), 7);
        QCOMPARE(std::count(mean.begin(), mean.end(), 0.1), 94);
    }

    void laterValuesChangeNothing() {
        const std::vector<double> all = walk(700);
        const std::vector<double> other = invented(700, 9, 1);
        const Moments whole = rollingMoments(all, kWindow);
        const Regression regression = rollingRegression(all, other, kWindow);
        for (const std::size_t count : {1UL, 59UL, 60UL, 61UL, 119UL, 120UL, 500UL}) {
            const std::span<const double> part(all.data(), count);
            const Moments moments = rollingMoments(part, kWindow);
            const Regression fit = rollingRegression(part, std::span(other).first(count), kWindow);
            QVERIFY(same(moments.sd.back(), whole.sd[count - 1]));
            QVERIFY(same(moments.mean.back(), whole.mean[count - 1]));
            QVERIFY(same(fit.beta.back(), regression.beta[count - 1]));
        }
    }

    void laterValuesChangeNoDigitOfAnAverage() {
        const std::vector<double> all = walk(700);
        for (const std::size_t window : {1UL, 2UL, 7UL, kWindow, 200UL}) {
            const std::vector<double> whole = simpleMovingAverage(all, window);
            for (std::size_t count = 1; count <= all.size(); ++count) {
                const std::vector<double> part = simpleMovingAverage(std::span(all).first(count), window);
                QCOMPARE(firstDifference(
                             part, {whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(count)}, 0),
                         std::string());
            }
        }
    }

    void regressionAgreesWithTwoPasses_data() { addShapeRows(); }
    void regressionAgreesWithTwoPasses() {
        QFETCH(const std::vector<double>, values);
        std::vector<double> y = invented(values.size(), 0, 0.01, 77);
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] += 1.3 * values[i];
        const Regression fit = rollingRegression(y, values, kWindow);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::size_t first = i + 1 - std::min(kWindow, i + 1);
            const std::span<const double> partX(values.data() + first, i + 1 - first);
            const std::span<const double> partY(y.data() + first, i + 1 - first);
            const bool whole = partX.size() == kWindow && observations(partX).size() == kWindow;
            const bool known = whole && naiveCross(partX, partX) > 0;
            QCOMPARE(!std::isnan(fit.beta[i]), known);
            if (!known)
                continue;
            const long double xy = naiveCross(partY, partX);
            const long double xx = naiveCross(partX, partX);
            const long double yy = naiveCross(partY, partY);
            QVERIFY(close(fit.beta[i], static_cast<double>(xy / xx), 1e-10));
            QVERIFY(close(fit.correlation[i], static_cast<double>(xy / std::sqrt(xx * yy)), 1e-10));
        }
    }

    void aLegThatDoesNotMoveHasNoBeta() {
        const Regression fit = rollingRegression(walk(100), std::vector<double>(100, 5.0), 20);
        for (const double beta : fit.beta)
            QVERIFY(std::isnan(beta));
        for (const double correlation :
             rollingRegression(std::vector<double>(100, 5.0), walk(100), 20).correlation)
            QVERIFY(std::isnan(correlation));
    }

    void aColumnAgainstItselfHasBetaAndCorrelationOne() {
        const std::vector<double> values = walk(100);
        const Regression fit = rollingRegression(values, values, 20);
        QCOMPARE(fit.beta.back(), 1.0);
        QCOMPARE(fit.correlation.back(), 1.0);
    }

    void returnsAreSimpleReturns() {
        const std::vector<double> prices{100, 110, 99, 0, 120, kNaN, 130, -1};
        EXPECT_COLUMN(simpleReturns(prices, 1),
                      (std::vector<double>{kNaN, 0.1, -0.1, kNaN, kNaN, kNaN, kNaN, kNaN}), 1e-12);
        EXPECT_COLUMN(
            simpleReturns(prices, 2),
            (std::vector<double>{kNaN, kNaN, -0.01, kNaN, 120.0 / 99 - 1, kNaN, 130.0 / 120 - 1, kNaN}),
            1e-12);
        QVERIFY(simpleReturns(prices, 9).size() == prices.size());
        QVERIFY(std::isnan(simpleReturn(1e-300, 1e300)));
    }
};

ROTASCOPE_SUITE(RollingTest)
#include "test_rolling.moc"
