#include "tests/benchmarks/talib_peer.h"

#include <ta_libc.h>

namespace rotascope::bench {

namespace {

/// Runs call(last index, begin, count, out) into a fresh column.
template <class Call>
double lastOf(const std::vector<double>& values, Call call) {
    std::vector<double> out(values.size());
    int begin = 0;
    int count = 0;
    call(static_cast<int>(values.size()) - 1, &begin, &count, out.data());
    return count == 0 ? 0 : out[static_cast<std::size_t>(count) - 1];
}

} // namespace

std::vector<TalibKernel> talibKernels(const std::vector<double>& small, const std::vector<double>& large,
                                      const std::vector<double>& spread) {
    const auto sma = [](const std::vector<double>& values, int window) {
        return lastOf(values, [&](int last, int* begin, int* count, double* out) {
            TA_SMA(0, last, values.data(), window, begin, count, out);
        });
    };
    const auto deviation = [](const std::vector<double>& values, int window) {
        return lastOf(values, [&](int last, int* begin, int* count, double* out) {
            TA_STDDEV(0, last, values.data(), window, 1, begin, count, out);
        });
    };
    return {
        {"sma200", [&, sma] { return sma(small, 200); }},
        {"ema20",
         [&] {
             return lastOf(small, [&](int last, int* begin, int* count, double* out) {
                 TA_EMA(0, last, small.data(), 20, begin, count, out);
             });
         }},
        {"rsi14",
         [&] {
             return lastOf(small, [&](int last, int* begin, int* count, double* out) {
                 TA_RSI(0, last, small.data(), 14, begin, count, out);
             });
         }},
        {"rolling_sd", [&, sma, deviation] { return sma(spread, 252) + deviation(spread, 252); }},
        {"correlation",
         [&] {
             return lastOf(small, [&](int last, int* begin, int* count, double* out) {
                 TA_CORREL(0, last, small.data(), large.data(), 252, begin, count, out);
             });
         }},
    };
}

} // namespace rotascope::bench
