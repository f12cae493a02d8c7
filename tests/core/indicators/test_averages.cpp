// Exponential and Wilder's averages against the plain recursions they are defined by.
#include "core/indicators/exponential_average.h"
#include "core/indicators/wilder.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// The recursion in long double over the observations alone, put back to their positions.
std::vector<double> naiveAverage(const std::vector<double>& values, std::size_t window, long double weight) {
    std::vector<double> out(values.size(), kNaN);
    long double sum = 0;
    long double average = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        ++count;
        sum += values[i];
        if (count == window)
            average = sum / static_cast<long double>(window);
        else if (count > window)
            average += weight * (static_cast<long double>(values[i]) - average);
        if (count >= window)
            out[i] = static_cast<double>(average);
    }
    return out;
}

std::vector<double> naiveEma(const std::vector<double>& values, std::size_t window) {
    return naiveAverage(values, window, 2.0L / static_cast<long double>(window + 1));
}

std::vector<double> naiveRsi(const std::vector<double>& values, std::size_t window) {
    std::vector<double> rises(values.size(), kNaN), falls(values.size(), kNaN);
    double before = kNaN;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        if (!std::isnan(before)) {
            rises[i] = std::max(values[i] - before, 0.0);
            falls[i] = std::max(before - values[i], 0.0);
        }
        before = values[i];
    }
    const long double weight = 1.0L / static_cast<long double>(window);
    const std::vector<double> up = naiveAverage(rises, window, weight);
    const std::vector<double> down = naiveAverage(falls, window, weight);
    std::vector<double> out(values.size(), kNaN);
    for (std::size_t i = 0; i < values.size(); ++i)
        out[i] = 100 * up[i] / (up[i] + down[i]);
    return out;
}

/// Bars around a walk whose high, low and close all differ.
struct Bars {
    std::vector<double> high, low, close;
};
Bars inventedBars(std::size_t count) {
    Bars bars{walk(count), walk(count), walk(count)};
    const std::vector<double> shocks = invented(count, 0, 0.01, 5);
    for (std::size_t i = 0; i < count; ++i) {
        bars.high[i] *= 1.012 + shocks[i] / 2;
        bars.low[i] *= 0.989 + shocks[i] / 2;
    }
    return bars;
}

/// Nothing lost near zero: compared on the scale of what was averaged.
void compareOnScale(const std::vector<double>& actual, const std::vector<double>& wanted, double scale) {
    QCOMPARE(actual.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        QCOMPARE(std::isnan(actual[i]), std::isnan(wanted[i]));
        QVERIFY2(std::isnan(wanted[i]) || std::abs(actual[i] - wanted[i]) <= 1e-12 * scale,
                 at(i, actual[i], wanted[i]).c_str());
    }
}

double scaleOf(const std::vector<double>& values) {
    double scale = 0;
    for (const double value : observations(values))
        scale = std::max(scale, std::abs(value));
    return scale;
}

} // namespace

class AveragesTest : public QObject {
    Q_OBJECT

private slots:
    void exponentialAverageAgreesWithItsRecursion_data() { addShapeRows(); }
    void exponentialAverageAgreesWithItsRecursion() {
        QFETCH(const std::vector<double>, values);
        for (const std::size_t window : {1UL, 2UL, 20UL, 60UL})
            compareOnScale(exponentialMovingAverage(values, window), naiveEma(values, window),
                           scaleOf(values));
    }

    void relativeStrengthAgreesWithItsRecursion_data() { addShapeRows(); }
    void relativeStrengthAgreesWithItsRecursion() {
        QFETCH(const std::vector<double>, values);
        compareOnScale(relativeStrengthIndex(values, 14), naiveRsi(values, 14), 100);
    }

    void knownFiguresByHand() {
        EXPECT_COLUMN(exponentialMovingAverage(std::vector<double>{1, 2, 3, 5, 8}, 3),
                      (std::vector<double>{kNaN, kNaN, 2, 3.5, 5.75}), 1e-15);
        // Changes +1 −2 +3 +1 with window 2: averages (0.5, 1), (1.75, 0.5), (1.375, 0.25).
        EXPECT_COLUMN(
            relativeStrengthIndex(std::vector<double>{10, 11, 9, 12, 13}, 2),
            (std::vector<double>{kNaN, kNaN, 100 * 0.5 / 1.5, 100 * 1.75 / 2.25, 100 * 1.375 / 1.625}),
            1e-14);
    }

    void whatDoesNotMoveHasNoRelativeStrength() {
        for (const double rsi : relativeStrengthIndex(std::vector<double>(40, 5.0), 14))
            QVERIFY(std::isnan(rsi));
        const std::vector<double> rising{1, 2, 3, 4, 5};
        QCOMPARE(relativeStrengthIndex(rising, 3).back(), 100.0);
    }

    void macdBeginsBothAveragesOnTheSameSession() {
        const std::vector<double> values = walk(80);
        const Macd result = macd(values, 12, 26, 9);
        const std::span<const double> tail(values.data() + 14, values.size() - 14);
        const std::vector<double> fast = naiveEma({tail.begin(), tail.end()}, 12);
        const std::vector<double> slow = naiveEma(values, 26);
        std::vector<double> line(values.size(), kNaN);
        for (std::size_t i = 25; i < values.size(); ++i)
            line[i] = fast[i - 14] - slow[i];
        compareOnScale(result.line, line, 200);
        compareOnScale(result.signal, naiveEma(line, 9), 200);
        QVERIFY(std::isnan(result.signal[32]) && !std::isnan(result.signal[33]));
        QCOMPARE(result.histogram[50], result.line[50] - result.signal[50]);
    }

    void trueRangeLooksAtTheCloseBefore() {
        const std::vector<double> high{10, 12, 9, 20}, low{8, 11, 7, 19}, close{9, 11.5, 8, 19.5};
        EXPECT_COLUMN(trueRange({high, low, close}), (std::vector<double>{kNaN, 3, 4.5, 12}), 1e-15);
        EXPECT_COLUMN(averageTrueRange({high, low, close}, 2), (std::vector<double>{kNaN, kNaN, 3.75, 7.875}),
                      1e-15);
    }

    void averageTrueRangeAgreesWithItsRecursion() {
        const Bars bars = inventedBars(300);
        const BarColumns columns{bars.high, bars.low, bars.close};
        compareOnScale(averageTrueRange(columns, 14), naiveAverage(trueRange(columns), 14, 1.0L / 14), 200);
    }

    void aBadTickFadesFromAnExponentialAverage() {
        const std::vector<double> clean = walk(600);
        const std::vector<double> spoiled = withValueAt(clean, 100, 1e4);
        const double difference =
            exponentialMovingAverage(spoiled, 20).back() - exponentialMovingAverage(clean, 20).back();
        QVERIFY(std::abs(difference) < 1e-12 * clean.back());
    }
};

ROTASCOPE_SUITE(AveragesTest)
#include "test_averages.moc"
