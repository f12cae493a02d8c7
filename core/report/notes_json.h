// Notes for programs.
#pragma once

#include "core/notes/note_reading.h"

#include <nlohmann/json_fwd.hpp>

#include <span>

namespace rotascope {

/// id, date, title, text, source, sentiment, about, claims; sentiment is null where the note has none.
nlohmann::ordered_json noteAsJson(const Note& note);

/// [{notes: [id, id], sentence}]; `notes` is the list that the contradictions were found in.
nlohmann::ordered_json contradictionsAsJson(std::span<const Contradiction> contradictions,
                                            std::span<const Note> notes);

/// as_of, notes (each with audits and drafts), later, contradictions, summary.
nlohmann::ordered_json notesAsJson(const NotesReading& reading);

} // namespace rotascope
