// Sums over sliding windows that never subtract what leaves, so no error is carried from one window to the
// next.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace rotascope {

/// The sums of up to `window` consecutive windows: sums[c][j] is sum c of the window that ends at anchor + j.
template <std::size_t kSums>
using WindowSums = std::array<std::vector<double>, kSums>;

/// emit(k, sums of the first k + 1 terms) for k from 0 to count − 1.
template <std::size_t kSums, class Terms, class Emit>
void runningSums(std::size_t count, Terms terms, Emit emit) {
    std::array<double, kSums> running{};
    std::size_t k = 0;
    if constexpr (kSums == 1) // a lone sum waits for each addition; taken two by two, for half as many
        for (; k + 1 < count; k += 2) {
            const double one = terms(k)[0];
            const double both = one + terms(k + 1)[0];
            emit(k, std::array{running[0] + one});
            running[0] += both;
            emit(k + 1, running);
        }
    for (; k < count; ++k) {
        const std::array<double, kSums> more = terms(k);
        for (std::size_t c = 0; c < kSums; ++c)
            running[c] += more[c];
        emit(k, running);
    }
}

/// Calls finish(anchor, count, sums) for one block of windows after the other until every full window was
/// seen.
///
/// Every window-th element is an anchor, and every window holds exactly one. A window is the suffix that ends
/// at its anchor plus the prefix that begins behind it; both are running sums, so each window costs one
/// addition. `terms(anchor, i)` returns what element i adds to each sum, measured from the anchor's value:
/// since the anchor lies inside the window, its distance from the mean is of the window's own spread, and
/// little cancels in Σd² − (Σd)²/n (at most a factor `window`, whatever the level).
template <std::size_t kSums, class Terms, class Finish>
void forEachBlockOfWindows(std::size_t size, std::size_t window, Terms terms, Finish finish) {
    WindowSums<kSums> sums;
    for (std::vector<double>& column : sums)
        column.resize(window);
    for (std::size_t anchor = window - 1; anchor < size; anchor += window) {
        const std::size_t count = std::min(window, size - anchor);
        runningSums<kSums>(
            window, [&](std::size_t k) { return terms(anchor, anchor - k); },
            [&](std::size_t k, const std::array<double, kSums>& suffix) {
                for (std::size_t c = 0; c < kSums; ++c)
                    sums[c][window - 1 - k] = suffix[c];
            });
        runningSums<kSums>(
            count - 1, [&](std::size_t k) { return terms(anchor, anchor + 1 + k); },
            [&](std::size_t k, const std::array<double, kSums>& prefix) {
                for (std::size_t c = 0; c < kSums; ++c)
                    sums[c][k + 1] += prefix[c];
            });
        finish(anchor, count, sums);
    }
}

} // namespace rotascope
