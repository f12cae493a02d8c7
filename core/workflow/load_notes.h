// From the desk to its notes, and to everything that their claims look at.
#pragma once

#include "core/market/market.h"
#include "core/notes/note.h"
#include "core/store/market_store.h"

#include <memory>
#include <span>
#include <vector>

namespace rotascope {

/// The notes in the order in which they were added.
Result<std::vector<Note>> loadNotes(MarketStore& store);
/// Keeps the notes in place of those before. Refuses what would not come back as it is ("bad_notes") and more
/// than kLongestNoteBook ("too_many_notes"), and then changes nothing.
Result<void> saveNotes(MarketStore& store, std::span<const Note> notes);

struct NoteDesk {
    std::vector<Note> notes;
    std::vector<Symbol> symbols;          ///< of their claims
    std::shared_ptr<const Market> market; ///< values of `symbols` alone
};

/// Notes with the market that readNotes() needs.
Result<NoteDesk> loadNoteDesk(MarketStore& store);

} // namespace rotascope
