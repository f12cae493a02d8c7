// Notes, their claims and what contradicts them, as tables.
#pragma once

#include "core/notes/note_reading.h"
#include "ui/models/table_model.h"

#include <string>

namespace rotascope {

/// One line a note: when, what, mood, and how its claims fared.
TableSnapshot noteListOf(const NotesReading& reading);
/// One line for each way to read each claim, the claim's own words first.
TableSnapshot auditTableOf(const std::vector<ClaimAudit>& audits);
/// Pairs side by side, with the reason.
TableSnapshot contradictionTableOf(const NotesReading& reading);
/// Rules that a note's words propose.
TableSnapshot draftTableOf(const NoteReading& reading);

/// The words of the note that a draft was made from.
std::string draftWords(const Note& note, const RuleDraft& draft);

} // namespace rotascope
