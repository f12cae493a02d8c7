// The notes of a desk as JSON.
#pragma once

#include "core/notes/note.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

constexpr int kNoteBookVersion = 1;
/// Bytes. Twice as many, for escapes, are a record that a desk's book can hold.
constexpr std::size_t kLongestNoteBook = std::size_t{500} << 10;

/// The notes as text; reads back as the same notes. Bytes that are no UTF-8 are replaced.
std::string noteBookText(std::span<const Note> notes);

/// Any text gives notes or a refusal with a sentence: what is no list of notes or holds a note that
/// checkNote() refuses ("bad_notes"), and one of a newer version ("newer_notes"). Empty text is no notes.
Result<std::vector<Note>> readNoteBook(std::string_view text);

} // namespace rotascope
