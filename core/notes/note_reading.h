// Notes read as of a date: their claims against the data, rules that their words propose, and which of them
// contradict each other.
#pragma once

#include "core/analysis/claims/claim_audit.h"
#include "core/notes/contradictions.h"
#include "core/notes/note.h"
#include "core/rules/draft_rules.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

struct NoteReading {
    Note note;
    std::vector<ClaimAudit> audits; ///< one for each claim, in their order
    std::vector<RuleDraft> drafts;  ///< of its text; proposals that nobody confirmed
};

struct NotesReading {
    std::optional<Date> asOf;                  ///< of the view; none for the latest
    std::vector<NoteReading> notes;            ///< newest first
    std::size_t later = 0;                     ///< notes dated after the as-of date: not seen
    std::vector<Contradiction> contradictions; ///< positions in `notes`
    std::string summary; ///< of all claims: "3 match, 1 near, 2 contradicted, 2 unknown"

    /// Whether a claim is contradicted by the data, or a note by another.
    bool hasContradiction() const;
};

/// What `view` can know of the notes: later ones are not seen, and a claim about a day after the as-of date
/// is unknown. `small` and `large` are what drafted rules call small caps and large caps.
NotesReading readNotes(const MarketView& view, std::span<const Note> notes, const Symbol& small,
                       const Symbol& large);

} // namespace rotascope
