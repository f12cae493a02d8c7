#include "core/notes/note.h"

#include "core/analysis/claims/market_claim.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace rotascope {

namespace {

Result<void> checkLengths(const Note& note) {
    if (note.text.size() > kLongestNote)
        return usageError("bad_note", fmt::format("A note has at most {} bytes of text; this has {}.",
                                                  groupedCount(kLongestNote),
                                                  groupedCount(static_cast<long long>(note.text.size()))));
    const std::array<std::pair<std::string_view, const std::string*>, 3> lines{
        {{"title", &note.title}, {"source", &note.source}, {"subject", &note.about}}};
    for (const auto& [name, line] : lines)
        if (line->size() > kLongestNoteLine)
            return usageError("bad_note", fmt::format("The {} of a note has at most {} bytes; this has {}.",
                                                      name, kLongestNoteLine, line->size()));
    if (note.claims.size() > kMostNoteClaims)
        return usageError("bad_note",
                          fmt::format("A note has at most {} claims; this has {}. Write a second note.",
                                      kMostNoteClaims, note.claims.size()));
    return {};
}

void keepUnique(std::vector<Symbol>& symbols) {
    std::sort(symbols.begin(), symbols.end());
    symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
}

void addClaimed(std::vector<Symbol>& symbols, const Note& note) {
    for (const std::string& text : note.claims)
        if (const auto claim = parseMarketClaim(text))
            symbols.push_back(claim->symbol);
}

} // namespace

Result<void> checkNote(const Note& note) {
    if (trimmed(note.text).empty() && note.claims.empty())
        return usageError("bad_note", "A note needs words or a claim.");
    if (const auto sound = checkLengths(note); !sound)
        return sound;
    // Written so that NaN fails too.
    if (note.sentiment && !(*note.sentiment >= -1 && *note.sentiment <= 1))
        return usageError("bad_note",
                          fmt::format("A sentiment lies between -1 (bearish) and +1 (bullish); {} does not.",
                                      *note.sentiment));
    for (const std::string& text : note.claims)
        if (const auto claim = parseMarketClaim(text); !claim)
            return Failure(claim.error());
    return {};
}

Result<int> addNote(std::vector<Note>& notes, Note note) {
    if (const auto sound = checkNote(note); !sound)
        return Failure(sound.error());
    if (notes.size() >= kMostNotes)
        return refused("too_many_notes", fmt::format("A desk keeps at most {} notes. Remove some first.",
                                                     groupedCount(kMostNotes)));
    int last = 0;
    for (const Note& held : notes)
        last = std::max(last, held.id);
    note.id = last + 1;
    notes.push_back(std::move(note));
    return notes.back().id;
}

Result<void> removeNote(std::vector<Note>& notes, int id) {
    if (std::erase_if(notes, [id](const Note& note) { return note.id == id; }) > 0)
        return {};
    return refused("unknown_note",
                   fmt::format("This desk has no note {}. `rota notes` lists those it has.", id));
}

std::vector<Symbol> subjectsOf(const Note& note) {
    std::vector<Symbol> out;
    if (note.about.empty())
        addClaimed(out, note);
    else
        out.push_back(canonicalSymbol(note.about));
    keepUnique(out);
    return out;
}

std::vector<Symbol> symbolsClaimed(std::span<const Note> notes) {
    std::vector<Symbol> out;
    for (const Note& note : notes)
        addClaimed(out, note);
    keepUnique(out);
    return out;
}

} // namespace rotascope
