#include "core/indicators/exponential_average.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Position of the first observation at or after `from`; values.size() when there is none.
std::size_t nextObservation(std::span<const double> values, std::size_t from) {
    while (from < values.size() && std::isnan(values[from]))
        ++from;
    return from;
}

std::size_t endOfRun(std::span<const double> values, std::size_t from) {
    while (from < values.size() && !std::isnan(values[from]))
        ++from;
    return from;
}

/// Averages a run without NaN, two positions at a time: every second result waits for one multiplication and
/// one addition, where one by one each would.
double averageRun(std::span<const double> run, double average, double k, double* out) {
    const double keep = 1 - k;
    const double keepTwice = keep * keep;
    std::size_t i = 0;
    for (; i + 1 < run.size(); i += 2) {
        const double first = k * run[i];
        const double both = keep * first + k * run[i + 1];
        out[i] = keep * average + first;
        out[i + 1] = average = keepTwice * average + both;
    }
    if (i < run.size())
        out[i] = average = keep * average + k * run[i];
    return average;
}

/// Mean of the first `window` observations and where the last of them stands.
struct Seed {
    double mean = kNaN;
    std::size_t at = 0; ///< values.size() where there are too few
};

Seed seedOf(std::span<const double> values, std::size_t window) {
    Seed seed;
    double sum = 0;
    std::size_t at = nextObservation(values, 0);
    for (std::size_t count = 0; at < values.size(); at = nextObservation(values, at + 1)) {
        sum += values[at];
        if (++count == window) {
            seed.mean = sum / static_cast<double>(window);
            break;
        }
    }
    seed.at = at;
    return seed;
}

/// The same column without its first `count` observations, as long as before.
std::vector<double> withoutFirst(std::span<const double> values, std::size_t count) {
    std::vector<double> out(values.begin(), values.end());
    std::size_t at = nextObservation(values, 0);
    for (; count > 0 && at < out.size(); --count, at = nextObservation(values, at + 1))
        out[at] = kNaN;
    return out;
}

} // namespace

std::vector<double> exponentialMovingAverage(std::span<const double> values, std::size_t window) {
    assert(window >= 1);
    std::vector<double> out(values.size(), kNaN);
    const Seed seed = seedOf(values, window);
    if (seed.at == values.size())
        return out;
    out[seed.at] = seed.mean;
    double average = seed.mean;
    const double k = 2 / (static_cast<double>(window) + 1);
    for (std::size_t from = nextObservation(values, seed.at + 1); from < values.size();) {
        const std::size_t end = endOfRun(values, from);
        average = averageRun(values.subspan(from, end - from), average, k, out.data() + from);
        from = nextObservation(values, end);
    }
    return out;
}

Macd macd(std::span<const double> values, std::size_t fast, std::size_t slow, std::size_t signal) {
    assert(fast >= 1 && fast < slow && signal >= 1);
    Macd out;
    out.line = exponentialMovingAverage(withoutFirst(values, slow - fast), fast);
    const std::vector<double> slowAverage = exponentialMovingAverage(values, slow);
    for (std::size_t i = 0; i < values.size(); ++i)
        out.line[i] -= slowAverage[i];
    out.signal = exponentialMovingAverage(out.line, signal);
    out.histogram.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        out.histogram[i] = out.line[i] - out.signal[i];
    return out;
}

} // namespace rotascope
