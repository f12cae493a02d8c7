// A stop of a pair trade, with the reference that it is measured from.
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rotascope {

/// "Underperforms by 3 %" since when? The three give different answers.
enum class StopReference : std::uint8_t {
    Rolling,    ///< over the last n sessions of the trade
    SinceEntry, ///< of the profit since the entry
    Trailing    ///< from the best profit so far
};

struct StopReferenceInfo {
    StopReference reference;
    std::string_view id;    ///< on the command line and in JSON
    std::string_view label; ///< in sentences
};
constexpr std::array<StopReferenceInfo, 3> kStopReferences{{
    {StopReference::Rolling, "rolling", "over the last sessions"},
    {StopReference::SinceEntry, "entry", "since the entry"},
    {StopReference::Trailing, "trailing", "from the best level"},
}};

constexpr const StopReferenceInfo& infoOf(StopReference reference) {
    return kStopReferences[static_cast<std::size_t>(reference)];
}

struct StopRule {
    StopReference reference = StopReference::SinceEntry;
    int sessions = 5;   ///< of a rolling one
    double loss = 0.03; ///< above zero, a fraction of one leg; reached at or beyond it

    bool operator==(const StopRule&) const = default;
};

/// What a list of stops holds where there is none.
constexpr std::string_view kNoStop = "none";

/// "rolling 5 3%", "entry 3%", "trailing 3%"
std::string textOf(const StopRule& rule);

/// Reads the same. Usage errors ("bad_stop"): no reference, which is asked for; a loss at or below zero, or
/// without % or pp.
Result<StopRule> parseStopRule(std::string_view text);

} // namespace rotascope
