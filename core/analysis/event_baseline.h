// What events are held against: any session, or sessions as volatile as theirs.
#pragma once

#include "core/analysis/pair_series.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rotascope {

enum class BaselineRule : std::uint8_t {
    AnySession,    ///< every eligible session
    SameVolatility ///< eligible sessions whose 63-session volatility lies in the same fifth
};

constexpr std::size_t kVolatilityWindow = 63; ///< daily returns of the small caps
constexpr std::size_t kBaselineGroups = 6;    ///< five fifths, and sessions before there is a volatility

/// The group of each session of the pair: 0 everywhere under AnySession; else the fifth of its volatility
/// among the eligible sessions (0 the calmest), 5 before there is one.
std::vector<std::uint8_t> baselineGroups(const PairSeries& pair, std::span<const std::size_t> eligible,
                                         BaselineRule rule);

/// A stretch of neighbouring sessions of one group: sums over it run through contiguous memory.
struct GroupRun {
    std::size_t first = 0; ///< index into the sessions, not a position on the pair
    std::size_t count = 0;
    std::uint8_t group = 0;
};

/// The stretches that make up `sessions` (ascending positions on the pair). `groups` are baselineGroups().
std::vector<GroupRun> groupRuns(std::span<const std::size_t> sessions, std::span<const std::uint8_t> groups);

/// Sums of outcomes by group, from which the expectation of an event pattern is made: each event counts with
/// the mean of its own group.
class GroupMeans {
public:
    void add(std::uint8_t group, double sum, std::size_t count) {
        m_sums[group] += sum;
        m_counts[group] += count;
    }
    /// Mean of a group; NaN where it is empty.
    double mean(std::uint8_t group) const;
    /// Mean over the groups of the events, one entry per event; without events over all values.
    double expectation(std::span<const std::uint8_t> eventGroups) const;
    /// How many values that expectation stands on.
    std::size_t count(std::span<const std::uint8_t> eventGroups) const;

private:
    std::array<double, kBaselineGroups> m_sums{};
    std::array<std::size_t, kBaselineGroups> m_counts{};
};

} // namespace rotascope
