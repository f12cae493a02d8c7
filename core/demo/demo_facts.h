// ★ The story of the demo market: rounded levels, days and flows through which the synthetic paths are led.
// Levels are ours and round; what is published and reproduced is said beside the row.
#pragma once

#include "core/base/date.h"

#include <span>
#include <string_view>

namespace rotascope {

constexpr Date demoDate(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y} / static_cast<int>(m) / static_cast<int>(d)};
}

constexpr Date kDemoFirst = demoDate(1987, 9, 10);
constexpr Date kDemoLast = demoDate(2025, 11, 28);
/// Yields and credit spreads are published a day late, so they end before the prices do.
constexpr Date kDemoLastYield = demoDate(2025, 11, 26);

/// From `first` on, annual volatilities in percent and the small caps' beta, until the next row.
struct Epoch {
    Date first;
    double large = 0; ///< of the large-cap index
    double small = 0; ///< of what the small-cap index does on its own
    double beta = 0;
};
std::span<const Epoch> demoEpochs();
/// The epoch in force on `date`.
const Epoch& demoEpoch(Date date);

/// A level that a path meets exactly on `date`.
struct LevelPin {
    std::string_view symbol;
    Date date;
    double level = 0;
};
std::span<const LevelPin> demoPins();

/// A session whose returns are given, in percent.
struct GivenDay {
    Date date;
    double large = 0;
    double small = 0;
};
std::span<const GivenDay> demoGivenDays();

/// A week's net flow that is given, in billions of USD; the week is named by its Friday.
struct GivenFlow {
    std::string_view symbol;
    Date week;
    double billions;
};
std::span<const GivenFlow> demoGivenFlows();

} // namespace rotascope
