// core/notes: what was written about the market and when, with claims that data can answer. May include what
// core/rules may; nlohmann-json in note_book alone. A new key of a note is read and written in
// note_book.cpp, and kNoteBookVersion grows when old programs must not read it.
//
// A note, and the list of them.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/instrument.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

constexpr std::size_t kMostNotes = 5'000;
constexpr std::size_t kLongestNote = 50'000;  ///< bytes of its text
constexpr std::size_t kLongestNoteLine = 500; ///< bytes of title, source and subject
constexpr std::size_t kMostNoteClaims = 100;

struct Note {
    int id = 0;        ///< in its list, from 1; 0 before it is added
    std::string title; ///< may be empty
    std::string text;
    Date date; ///< the day it was written: a view as of an earlier day does not see it
    std::string source;
    std::optional<double> sentiment; ///< −1 (bearish) to +1 (bullish) on its subjects
    Symbol about;                    ///< what the sentiment is about; empty: the symbols of its claims
    std::vector<std::string> claims; ///< each is text that parseMarketClaim reads

    bool operator==(const Note&) const = default;
};

/// Usage errors ("bad_note", "bad_claim"): neither text nor claims, a sentiment outside −1 to +1, a claim
/// that cannot be read, what is too long.
Result<void> checkNote(const Note& note);

/// Adds a note under the next id, which it returns. Refuses what checkNote() refuses, and one too many.
Result<int> addNote(std::vector<Note>& notes, Note note);
/// Refuses an id that no note has ("unknown_note").
Result<void> removeNote(std::vector<Note>& notes, int id);

/// What a note is about: `about`, else the symbols of its claims; ascending, unique.
std::vector<Symbol> subjectsOf(const Note& note);
/// What a market must hold for the claims to be audited; ascending, unique.
std::vector<Symbol> symbolsClaimed(std::span<const Note> notes);

} // namespace rotascope
