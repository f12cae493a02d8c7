// The average path around the events: where prices stood before and after, against the entry's close.
#pragma once

#include "core/analysis/event_outcomes.h"
#include "core/analysis/event_pattern.h"

#include <cstddef>
#include <vector>

namespace rotascope {

constexpr int kPathBefore = 21; ///< sessions before the entry
constexpr int kPathAfter = 252; ///< and after it
constexpr std::size_t kPathSteps = kPathBefore + kPathAfter + 1;

/// One value per step from −21 to +252; fractions against the entry's close, NaN where too few events are
/// complete. Step 0 is 0 by construction. The mean at step h is the outcome table's mean over h sessions.
struct EventPath {
    Leg leg = Leg::Small;
    std::vector<double> mean;
    std::vector<double> low; ///< overlap-adjusted 95 % interval of the mean
    std::vector<double> high;
    std::vector<double> median;
    std::vector<double> medianLow; ///< binomial order-statistic interval of the median
    std::vector<double> medianHigh;
    std::vector<double> baseline;   ///< mean of the eligible sessions, weighted as the baseline rule says
    std::vector<std::size_t> count; ///< events complete at each step
    std::vector<std::vector<double>> lines; ///< per event of the pattern
};

EventPath eventPath(const PairSeries& pair, const EventPattern& pattern, const OutcomeOptions& options,
                    Leg leg);

/// Position of a step, −21 … 252, in the columns.
constexpr std::size_t pathIndex(int step) {
    return static_cast<std::size_t>(step + kPathBefore);
}

} // namespace rotascope
