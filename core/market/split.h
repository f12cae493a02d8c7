// Splits that a desk was told of, and values adjusted for them.
#pragma once

#include "core/base/date.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct InstrumentData;
struct PriceBars;

/// Values of one instrument that a split moves together. Files differ in which of them they adjusted already,
/// so a split is recorded for each on its own. Adjusted closes are the vendor's and never touched.
enum class SplitScope : std::uint8_t { Prices, Volume, Nav, Shares };

constexpr std::array<std::string_view, 4> kSplitScopeNames{"prices", "volume", "nav", "shares"};

constexpr std::string_view nameOf(SplitScope scope) {
    return kSplitScopeNames[static_cast<std::size_t>(scope)];
}

/// The scope called `name` ("shares"), or nullopt.
constexpr std::optional<SplitScope> splitScopeNamed(std::string_view name) {
    for (std::size_t i = 0; i < kSplitScopeNames.size(); ++i)
        if (kSplitScopeNames[i] == name)
            return static_cast<SplitScope>(i);
    return std::nullopt;
}

/// `newUnits` shares for `oldUnits` from the session `date` on (2 for 1; a reverse split is 1 for 10).
struct Split {
    Date date;
    SplitScope scope = SplitScope::Prices;
    double newUnits = 1;
    double oldUnits = 1;
    std::string notedAt; ///< UTC, "2025-11-28T21:05:00Z"

    double ratio() const { return newUnits / oldUnits; }
    bool operator==(const Split&) const = default;
};

/// "2:1", "1:10", "3:2"
std::string ratioText(const Split& split);

/// Brings the values before each split into the units after it: prices and NAV are divided, volumes and share
/// counts multiplied. Bars are judged by their date: the week of a split counts as before it where it is
/// dated by its first day.
void adjustForSplits(InstrumentData& data, std::span<const Split> splits);
void adjustForSplits(PriceBars& bars, std::span<const Split> splits);

/// By how many times the values of a scope change from the last one before `date` to the first one on or
/// after it, as they stand in `data`; nullopt where either is missing.
std::optional<double> changeAcross(const InstrumentData& data, SplitScope scope, Date date);

} // namespace rotascope
