#include "core/workflow/load_notes.h"

#include "core/notes/note_book.h"
#include "core/workflow/load_market.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

Result<std::vector<Note>> loadNotes(MarketStore& store) {
    const auto text = store.text(DeskText::Notes);
    if (!text)
        return Failure(text.error());
    return readNoteBook(*text);
}

Result<void> saveNotes(MarketStore& store, std::span<const Note> notes) {
    const std::string text = noteBookText(notes);
    if (text.size() > kLongestNoteBook)
        return refused("too_many_notes",
                       fmt::format("The notes would have more than {} KB together. Remove some first.",
                                   kLongestNoteBook >> 10));
    const auto read = readNoteBook(text);
    if (!read)
        return Failure(read.error());
    if (!std::equal(read->begin(), read->end(), notes.begin(), notes.end()))
        return refused("bad_notes", "A note holds characters that are no UTF-8; it was not kept. Type them "
                                    "again, or paste them as plain text.");
    return store.setText(DeskText::Notes, text);
}

Result<NoteDesk> loadNoteDesk(MarketStore& store) {
    auto notes = loadNotes(store);
    if (!notes)
        return Failure(notes.error());
    NoteDesk desk{std::move(*notes), {}, nullptr};
    desk.symbols = symbolsClaimed(desk.notes);
    auto market = loadMarket(store, desk.symbols);
    if (!market)
        return Failure(market.error());
    desk.market = std::move(*market);
    return desk;
}

} // namespace rotascope
