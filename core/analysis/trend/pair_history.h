// The pair as one series, for everything that draws an instrument's trend.
#pragma once

#include "core/analysis/divergence.h"
#include "core/analysis/trend/trend_history.h"

#include <array>
#include <string>
#include <string_view>

namespace rotascope {

/// 100 · small / large, on every common session.
TrendHistory ratioHistory(const Divergence& divergence);
/// The spread in points, from the first session that has one.
TrendHistory spreadHistory(const Divergence& divergence);

/// ★ What a pair is as one series.
struct PairHistoryInfo {
    std::string_view id;   ///< on the command line; no symbol, which has capitals alone
    std::string_view sign; ///< between the legs in its name
    TrendHistory (*history)(const Divergence& divergence);
};
constexpr std::array<PairHistoryInfo, 2> kPairHistories{{
    {"ratio", "/", ratioHistory},
    {"spread", "−", spreadHistory},
}};

/// "RUT / SPX", "RUT − SPX"
std::string pairHistoryName(const PairHistoryInfo& info, std::string_view small, std::string_view large);

} // namespace rotascope
