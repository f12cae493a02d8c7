// What history says about strikes: how often the price ended beyond them, and what a structure pays at
// expiry. No option price is invented; a premium is typed in.
#pragma once

#include "core/analysis/event_inference.h"
#include "core/analysis/pair_series.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rotascope {

enum class OptionKind : std::uint8_t { CallSpread, ShortStrangle, CalendarSpread };
constexpr std::array<std::string_view, 3> kOptionKindNames{"call-spread", "short-strangle",
                                                           "calendar-spread"};

constexpr std::string_view nameOf(OptionKind kind) {
    return kOptionKindNames[static_cast<std::size_t>(kind)];
}

/// ★ Structures to begin with. Strikes are fractions of today's price; expiries in sessions.
struct OptionPreset {
    std::string_view id;
    std::string_view label;
    OptionKind kind;
    double low;                          ///< lower strike (long call, short put), against today's price
    double high;                         ///< upper strike
    std::array<std::size_t, 2> sessions; ///< earliest and latest expiry; of a calendar spread its two legs
};
constexpr std::array<OptionPreset, 4> kOptionPresets{{
    {"call_spread_6_10w", "Call spread, 6 to 10 weeks", OptionKind::CallSpread, 1.08, 1.12, {30, 50}},
    {"call_spread_45_90d", "Call spread, 45 to 90 days", OptionKind::CallSpread, 1.08, 1.12, {31, 62}},
    {"short_strangle_30_45d",
     "Short strangle, 30 to 45 days",
     OptionKind::ShortStrangle,
     0.92,
     1.08,
     {21, 31}},
    {"calendar_30_60d",
     "Calendar spread, 30 against 60 days",
     OptionKind::CalendarSpread,
     1.0,
     1.0,
     {21, 42}},
}};

/// The preset called `id`, or nullptr.
const OptionPreset* optionPresetNamed(std::string_view id);

/// How often the price ended beyond a strike.
struct Beyond {
    std::size_t n = 0;
    double share = 0;  ///< NaN without a session
    Interval interval; ///< Wilson 95 %; of overlapping windows it is too narrow, and the page says so
};

struct StrikeOdds {
    double strike = 0; ///< against the price at the start
    bool above = true; ///< beyond means at or above; else at or below
    std::size_t sessions = 0;
    Beyond anySession;
    Beyond afterRule;      ///< n = 0 without a rule
    Beyond sameVolatility; ///< sessions whose 63-session volatility lies in today's fifth
};

/// Of the small leg. `entries` are sessions of a rule, ascending; may be empty.
StrikeOdds strikeOdds(const PairSeries& pair, double strike, bool above, std::size_t sessions,
                      std::span<const std::size_t> entries);

/// The same for every strike at every expiry, by expiry, on the price's own sessions; a strike or expiry that
/// is named twice stands once. `days`: on which a rule fired; what followed them is counted from the session
/// after.
std::vector<StrikeOdds> strikesOf(const SeriesView& closes, std::span<const double> strikes,
                                  std::span<const std::size_t> expiries, std::span<const Date> days);

/// Share of windows of `sessions` sessions after which the small leg ended within half a percent of each
/// whole percent from `low` to `high`: one value each, ascending. NaN without a window.
std::vector<double> endingShares(const PairSeries& pair, std::size_t sessions, int low, int high);

/// A structure with what was paid for it (above zero) or taken in, as fractions of today's price.
struct OptionStructure {
    OptionKind kind = OptionKind::CallSpread;
    double low = 1.08;
    double high = 1.12;
    std::optional<double> premium; ///< above zero; nullopt: not known

    bool operator==(const OptionStructure&) const = default;
};

/// Profit at expiry where the price ends at `end` times today's, as a fraction of today's price. Usage errors
/// ("bad_structure"): strikes out of order, no premium; a calendar spread is refused, since its far leg still
/// has a price then that nobody typed in.
Result<double> payoffAtExpiry(const OptionStructure& structure, double end);

/// What the structure is worth at expiry before its premium: at or above zero for a call spread, at or below
/// for a short strangle. Errors as payoffAtExpiry(), which also wants the premium.
Result<double> worthAtExpiry(const OptionStructure& structure, double end);

/// Where the structure neither gains nor loses, ascending.
Result<std::vector<double>> breakevens(const OptionStructure& structure);

/// How many structures on one unit of the underlying a budget allows, so that `shock` (a move of the price, a
/// fraction) costs no more. A short strangle has no other limit: without a shock it is refused ("no_shock").
Result<double> unitsForBudget(const OptionStructure& structure, double price, double budgetUsd,
                              std::optional<double> shock);

} // namespace rotascope
