// Sums over sliding windows that never subtract what leaves, so no error is carried from one window to the
// next.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace rotascope {

/// Calls emit(last, anchor, sums) for every full window, `last` being the index of its last element.
///
/// Every window-th element is an anchor, and every window holds exactly one. A window is the suffix that ends
/// at its anchor plus the prefix that begins behind it; both are running sums, so each window costs one
/// addition. `termAt(anchor, i)` returns the sums of element i alone, measured from the anchor's value: since
/// the anchor lies inside the window, its distance from the mean is of the window's own spread, and little
/// cancels in Σd² − (Σd)²/n (at most a factor `window`, whatever the level).
template <class Sums, class TermAt, class Emit>
void forEachWindow(std::size_t count, std::size_t window, TermAt termAt, Emit emit) {
    std::vector<Sums> suffixes(window);
    for (std::size_t anchor = window - 1; anchor < count; anchor += window) {
        Sums suffix{};
        for (std::size_t k = 0; k < window; ++k) {
            suffix += termAt(anchor, anchor - k);
            suffixes[k] = suffix;
        }
        emit(anchor, anchor, suffix);
        const std::size_t end = std::min(anchor + window, count);
        Sums prefix{};
        for (std::size_t last = anchor + 1; last < end; ++last) {
            prefix += termAt(anchor, last);
            Sums whole = suffixes[anchor + window - 1 - last];
            whole += prefix;
            emit(last, anchor, whole);
        }
    }
}

} // namespace rotascope
