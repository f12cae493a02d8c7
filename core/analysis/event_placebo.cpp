#include "core/analysis/event_placebo.h"

#include "core/indicators/sums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

// Twice as many sums at a time where the processor can, each the same to the last bit.
#if defined(__x86_64__) && defined(__GLIBC__)
#define ROTASCOPE_WIDE __attribute__((target_clones("default", "avx2")))
#else
#define ROTASCOPE_WIDE
#endif

constexpr double kTolerance = 1e-12; ///< of a mean
/// Shifts are summed block by block, so that the sums stay in the nearest cache.
constexpr std::size_t kBlock = 1024;
using Block = std::array<double, kBlock>;

/// Adds four rows to the sums of a block of shifts.
ROTASCOPE_WIDE void addFour(double* sums, std::size_t count, const double* a, const double* b,
                            const double* c, const double* d) {
    for (std::size_t k = 0; k < count; ++k)
        sums[k] += (a[k] + b[k]) + (c[k] + d[k]);
}

/// Adds to each shift of a block the outcomes that the events meet there. `rowOf(event)` is what one event
/// meets.
template <class RowOf>
void addRows(Block& sums, std::size_t count, std::span<const std::size_t> events, RowOf rowOf) {
    std::size_t e = 0;
    for (; e + 4 <= events.size(); e += 4)
        addFour(sums.data(), count, rowOf(events[e]), rowOf(events[e + 1]), rowOf(events[e + 2]),
                rowOf(events[e + 3]));
    for (; e < events.size(); ++e) {
        const double* const row = rowOf(events[e]);
        for (std::size_t k = 0; k < count; ++k)
            sums[k] += row[k];
    }
}

} // namespace

ShiftPlacebo::ShiftPlacebo(std::vector<double> eligible)
    : m_sessions(eligible.size())
    , m_mean(meanOf(eligible))
    , m_outcomes(std::move(eligible)) {
    m_outcomes.reserve(m_sessions + kBlock);
    for (std::size_t i = 0; i < kBlock && m_sessions > 0; ++i)
        m_outcomes.push_back(m_outcomes[i]);
}

double ShiftPlacebo::p(std::span<const std::size_t> events) const {
    if (m_sessions == 0 || events.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double n = static_cast<double>(events.size());
    double least = 0; // distance of the sum that counts as far
    std::size_t asFar = 0;
    for (std::size_t first = 0; first < m_sessions; first += kBlock) {
        const std::size_t count = std::min(kBlock, m_sessions - first);
        Block sums{};
        addRows(sums, count, events, [&](std::size_t event) {
            const std::size_t start = event + first;
            return m_outcomes.data() + (start < m_sessions ? start : start - m_sessions);
        });
        if (first == 0) // the shift by nothing is the observed one
            least = std::abs(sums[0] - n * m_mean) - n * kTolerance;
        for (std::size_t k = 0; k < count; ++k)
            asFar += std::abs(sums[k] - n * m_mean) >= least ? 1 : 0;
    }
    return static_cast<double>(asFar) / static_cast<double>(m_sessions);
}

} // namespace rotascope
