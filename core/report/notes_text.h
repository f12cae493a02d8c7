// Notes for a terminal.
#pragma once

#include "core/notes/note_reading.h"

#include <span>
#include <string>

namespace rotascope {

/// One note with everything that was written.
std::string noteText(const Note& note);

/// Contradictions, a sentence each with the notes' numbers; empty where there are none. `notes` is the list
/// that they were found in.
std::string contradictionsText(std::span<const Contradiction> contradictions, std::span<const Note> notes);

/// Every note with its claims audited and the rules its words propose, then what contradicts what.
std::string notesText(const NotesReading& reading);

} // namespace rotascope
