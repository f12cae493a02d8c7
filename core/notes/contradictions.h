// Notes that cannot both be right, side by side.
//
// Two claims contradict each other when they speak of the same symbol, measure, length and session (a claim
// made on a day without one speaks of the session before) and no figure satisfies both. A figure given with n
// decimals stands for everything that rounds to it; "> x" and "< x" leave x out. Basis points and points of
// percent are the same unit. Claims of unlike windows ("5 sessions", "week") are never compared: both may
// hold.
//
// Two sentiments contradict each other when one is at least +kStrongSentiment and the other at most
// −kStrongSentiment, about a subject that both notes have, written at most kSentimentDays apart.
#pragma once

#include "core/analysis/claims/market_claim.h"
#include "core/notes/note.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

constexpr double kStrongSentiment = 0.3;
constexpr int kSentimentDays = 10;
/// More say nothing to a reader; the rest is left out.
constexpr std::size_t kMostContradictions = 1'000;

/// A claim of a note, or its sentiment; positions in the list and in the note's claims, from 0.
struct NoteStatement {
    std::size_t note = 0;
    std::optional<std::size_t> claim; ///< none: the sentiment

    auto operator<=>(const NoteStatement&) const = default;
};

struct Contradiction {
    NoteStatement first; ///< before `second` in the list; both may be claims of one note
    NoteStatement second;
    std::string sentence; ///< why

    bool operator==(const Contradiction&) const = default;
};

/// Whether no figure satisfies both claims.
bool cannotBothHold(const MarketClaim& a, const MarketClaim& b);

/// By first statement, then second.
std::vector<Contradiction> contradictionsIn(std::span<const Note> notes);

} // namespace rotascope
