// A daily move that no market makes: a split that the desk was not told of, or files of two kinds.
#pragma once

#include "core/base/date.h"
#include "core/market/instrument.h"
#include "core/market/market.h"

#include <optional>
#include <string>

namespace rotascope {

struct OddMove {
    Date date;
    double move = 0; ///< fraction

    bool operator==(const OddMove&) const = default;
};

/// ★ A move is odd beyond both: half the price (the Russell 2000 fell 14 % on 16 March 2020, a fund of three
/// times it some 42 %) and so many robust σ of its own days (what moves so every month is no mistake).
/// Volatility indices double in a day and are left alone.
constexpr double kOddMove = 0.5;
constexpr double kOddSigmas = 5;
constexpr std::size_t kOddSessions = 252; ///< looked at: as far back as the longest return of the matrix

/// The largest odd move of the last sessions; σ is 1.4826 · the median distance from the median.
std::optional<OddMove> oddMove(const Instrument& instrument, const SeriesView& closes);

/// "It moved +612.3 % on 5 Mar 2025, …"
std::string oddMoveText(const OddMove& move);

} // namespace rotascope
