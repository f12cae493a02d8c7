// Where a close stands against a moving average, and since when.
#pragma once

#include "core/base/date.h"
#include "core/market/market.h"

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// ★ The averages of the matrix; `indicator` is a row of indicator_catalogue.h.
struct TrendAverageInfo {
    std::string_view id; ///< in JSON
    std::string_view indicator;
    std::size_t window;
};
constexpr std::array<TrendAverageInfo, 3> kTrendAverages{{
    {"ema20", "ema", 20},
    {"sma50", "sma", 50},
    {"sma200", "sma", 200},
}};

/// Sessions over which an average's slope is measured.
constexpr std::size_t kSlopeSessions = 5;

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// One column above another since when. Empty before either has a value.
struct SideState {
    std::optional<bool> above;     ///< first > second; equal is not above
    std::size_t sessions = 0;      ///< in this state, today included
    std::optional<Date> lastCross; ///< the state's first session; empty where it lasts since the warm-up

    bool operator==(const SideState&) const = default;
};

/// The state on the last session. All three are equally long; a session without both values ends a state.
SideState sideState(std::span<const Date> dates, std::span<const double> first,
                    std::span<const double> second);

/// A close against one average. Numbers are NaN before the warm-up, which `warmUp` then states.
struct AverageReading {
    double value = kUnknown;
    double distance = kUnknown; ///< close / average − 1, fraction
    double slope = kUnknown;    ///< of the average over kSlopeSessions, fraction
    SideState side;
    std::string warmUp; ///< "SMA200 needs 200 sessions; has 143."
};

/// The averages of `closes` in the order of kTrendAverages, columns as long as it.
using AverageColumns = std::array<std::vector<double>, kTrendAverages.size()>;
AverageColumns averageColumns(std::span<const double> closes);

using AverageReadings = std::array<AverageReading, kTrendAverages.size()>;
AverageReadings averageReadings(const SeriesView& closes, const AverageColumns& averages);

/// SMA50 above SMA200 (golden) or not (death), and since when.
struct AverageCross {
    SideState side;
    std::string warmUp;
};
AverageCross goldenCross(const SeriesView& closes, const AverageColumns& averages);

} // namespace rotascope
