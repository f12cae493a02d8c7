// How benchmarks take time: medians over runs, of this thread's processor where a busy machine must not
// count, of the clock on the wall where a peer in another process is timed by it.
#pragma once

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>
#include <vector>

namespace rotascope::bench {

/// Of this thread alone where the system can tell, else of the whole process.
inline double processorMilliseconds() {
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
#else
    return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
#endif
}

inline double wallMilliseconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
}

/// `times` holds at least one.
inline double median(std::vector<double> times) {
    const auto middle = times.begin() + std::ssize(times) / 2;
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

/// Keeps the optimiser from dropping work.
inline volatile double g_sink = 0;

/// Median time of `work`, which returns a number, by the clock `now`.
template <class Clock, class Work>
double medianMilliseconds(int runs, Clock now, const Work& work) {
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const double start = now();
        g_sink = g_sink + static_cast<double>(work());
        times.push_back(now() - start);
    }
    return median(std::move(times));
}

} // namespace rotascope::bench
