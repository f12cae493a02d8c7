#include "core/indicators/wilder.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Wilder's average: the mean of its first `window` terms, then each new one with weight 1 / window.
class WilderAverage {
public:
    explicit WilderAverage(std::size_t window)
        : m_window(window)
        , m_weight(1 / static_cast<double>(window))
        , m_keep(1 - m_weight) {}

    void add(double term) {
        if (m_count >= m_window)
            m_value = m_keep * m_value + m_weight * term;
        else if (m_sum += term; ++m_count == m_window)
            m_value = m_sum * m_weight;
    }
    bool isSeeded() const { return m_count >= m_window; }
    double value() const { return m_value; }

private:
    std::size_t m_window;
    double m_weight;
    double m_keep; ///< kept apart from the weight: each result then waits for one product and one sum
    std::size_t m_count = 0;
    double m_sum = 0;
    double m_value = 0;
};

} // namespace

std::vector<double> relativeStrengthIndex(std::span<const double> values, std::size_t window) {
    assert(window >= 1);
    std::vector<double> out(values.size(), kNaN);
    WilderAverage rises(window);
    WilderAverage falls(window);
    double before = kNaN;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        const double change = values[i] - before;
        before = values[i];
        if (std::isnan(change))
            continue;
        rises.add(std::max(change, 0.0));
        falls.add(std::max(-change, 0.0));
        const double both = rises.value() + falls.value();
        if (rises.isSeeded() && both > 0)
            out[i] = 100 * rises.value() / both;
    }
    return out;
}

std::vector<double> trueRange(const BarColumns& bars) {
    assert(bars.high.size() == bars.close.size() && bars.low.size() == bars.close.size());
    std::vector<double> out(bars.close.size(), kNaN);
    for (std::size_t i = 1; i < out.size(); ++i) {
        const double high = bars.high[i];
        const double low = bars.low[i];
        const double before = bars.close[i - 1];
        if (!std::isnan(high + low + before))
            out[i] = std::max({high - low, std::abs(high - before), std::abs(low - before)});
    }
    return out;
}

std::vector<double> averageTrueRange(const BarColumns& bars, std::size_t window) {
    assert(window >= 1);
    std::vector<double> out = trueRange(bars);
    WilderAverage average(window);
    for (double& value : out) {
        if (std::isnan(value))
            continue;
        average.add(value);
        value = average.isSeeded() ? average.value() : kNaN;
    }
    return out;
}

} // namespace rotascope
