// Columns of numbers with the shapes that break kernels.
#pragma once

#include "tests/support/invented_market.h"
#include "tests/support/naive_statistics.h"

#include <QTest>

#include <vector>

namespace rotascope::test {

struct Shape {
    const char* sentence;
    std::vector<double> values;
};

inline std::vector<double> invented(std::size_t count, double level, double scale, std::uint64_t seed = 3) {
    InventedShocks shocks(seed);
    std::vector<double> values(count);
    for (double& value : values)
        value = level + scale * shocks.next();
    return values;
}

inline std::vector<double> walk(std::size_t count) {
    std::vector<double> values = invented(count, 0.0003, 0.02);
    double level = 170;
    for (double& value : values)
        value = level *= 1 + value;
    return values;
}

inline std::vector<double> withValueAt(std::vector<double> values, std::size_t at, double value) {
    values[at] = value;
    return values;
}

inline std::vector<double> inSteps(std::vector<double> values, double step) {
    for (double& value : values)
        value = std::round(value / step) * step;
    return values;
}

inline std::vector<Shape> shapes() {
    return {
        {"returns", invented(400, 0.0003, 0.02)},
        {"price levels", walk(400)},
        {"a nearly constant level", invented(400, 4000, 0.01)},
        {"returns after a spike of 10,000", withValueAt(invented(400, 0, 0.02), 40, 1e4)},
        {"a level after a spike of 10,000 on an anchor", withValueAt(invented(400, 100, 0.02), 59, 1e4)},
        {"values with many ties", inSteps(invented(400, 0, 0.02), 0.005)},
        {"zeros of both signs among ties", withValueAt(inSteps(invented(400, 0, 0.004), 0.005), 11, -0.0)},
        {"a hole of NaN", withValueAt(withValueAt(invented(400, 0, 0.02), 300, kNaN), 301, kNaN)},
        {"NaN first and last", withValueAt(withValueAt(invented(400, 0, 0.02), 0, kNaN), 399, kNaN)},
        {"fewer values than the window", invented(40, 0, 0.02)},
        {"nothing at all", {}}};
}

inline void addShapeRows() {
    QTest::addColumn<std::vector<double>>("values");
    for (const Shape& shape : shapes())
        QTest::newRow(shape.sentence) << shape.values;
}

/// Both NaN, or apart by at most `tolerance` of the wanted value.
inline bool close(double actual, double wanted, double tolerance) {
    if (std::isnan(wanted) || std::isnan(actual))
        return std::isnan(wanted) && std::isnan(actual);
    return std::abs(actual - wanted) <= tolerance * std::max(std::abs(wanted), 1e-300);
}

/// The same bits, or both NaN.
inline bool same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

inline std::string at(std::size_t i, double actual, double wanted) {
    return "at " + std::to_string(i) + ": " + std::to_string(actual) + " instead of " +
           std::to_string(wanted);
}

inline std::string firstDifference(const std::vector<double>& actual, const std::vector<double>& wanted,
                                   double tolerance) {
    if (actual.size() != wanted.size())
        return "another length";
    for (std::size_t i = 0; i < actual.size(); ++i)
        if (tolerance > 0 ? !close(actual[i], wanted[i], tolerance) : !same(actual[i], wanted[i]))
            return at(i, actual[i], wanted[i]);
    return {};
}

} // namespace rotascope::test

#define EXPECT_COLUMN(actual, wanted, tolerance)                                                             \
    do {                                                                                                     \
        const std::string difference = rotascope::test::firstDifference(actual, wanted, tolerance);          \
        QVERIFY2(difference.empty(), difference.c_str());                                                    \
    } while (false)
