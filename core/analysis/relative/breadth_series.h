// Breadth as vendors publish it: percent of an index's members above an average, imported as a series.
#pragma once

#include "core/base/date.h"
#include "core/market/market.h"

#include <array>
#include <string_view>
#include <vector>

namespace rotascope {

/// ★ The series that are recognised; their instruments stand in core/market/instrument.cpp.
struct BreadthSeriesInfo {
    std::string_view symbol;
    std::string_view members; ///< "S&P 500 members"
    std::size_t average = 0;  ///< sessions of the average
};
constexpr std::array<BreadthSeriesInfo, 12> kBreadthSeries{{
    {"S5FI", "S&P 500 members", 50},
    {"S5OH", "S&P 500 members", 100},
    {"S5TH", "S&P 500 members", 200},
    {"NDFI", "Nasdaq 100 members", 50},
    {"NDOH", "Nasdaq 100 members", 100},
    {"NDTH", "Nasdaq 100 members", 200},
    {"R2FI", "Russell 2000 members", 50},
    {"R2OH", "Russell 2000 members", 100},
    {"R2TH", "Russell 2000 members", 200},
    {"MMFI", "US stocks", 50},
    {"MMOH", "US stocks", 100},
    {"MMTH", "US stocks", 200},
}};

constexpr std::size_t kBreadthMove = 5; ///< observations of the change that is told

/// One of them on its last day.
struct BreadthReading {
    BreadthSeriesInfo info{};
    Date observed;
    double percent = 0;
    double change = 0;           ///< percentage points over kBreadthMove observations; NaN without so many
    std::size_t sessionsOld = 0; ///< exchange sessions since, up to the as-of date
};

/// Those that the view holds, in the order of kBreadthSeries. Without an as-of date the age counts to
/// `today`.
std::vector<BreadthReading> importedBreadth(const MarketView& view, Date today);

} // namespace rotascope
