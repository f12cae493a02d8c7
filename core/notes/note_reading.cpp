#include "core/notes/note_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace rotascope {

namespace {

ClaimAudit auditAsOf(const MarketView& view, const MarketClaim& claim) {
    const auto asOf = view.asOfDate();
    if (asOf && claim.made > *asOf)
        return {claim,
                {},
                ClaimVerdict::Unknown,
                fmt::format("Unknown, because the claim is about {}, after the as-of date.",
                            dayMonthYear(claim.made))};
    return auditClaim(view, claim);
}

NoteReading readingOf(const MarketView& view, const Note& note, const Symbol& small, const Symbol& large) {
    NoteReading out{note, {}, draftRules(note.text, small, large)};
    for (const std::string& text : note.claims)
        if (const auto claim = parseMarketClaim(text))
            out.audits.push_back(auditAsOf(view, *claim));
    return out;
}

/// Notes that the view sees, newest first.
std::vector<Note> seenBy(const MarketView& view, std::span<const Note> notes) {
    std::vector<Note> out;
    for (const Note& note : notes)
        if (!view.asOfDate() || note.date <= *view.asOfDate())
            out.push_back(note);
    std::stable_sort(out.begin(), out.end(), [](const Note& a, const Note& b) {
        return std::tie(a.date, a.id) > std::tie(b.date, b.id);
    });
    return out;
}

} // namespace

bool NotesReading::hasContradiction() const {
    return !contradictions.empty() || std::any_of(notes.begin(), notes.end(), [](const NoteReading& row) {
        return std::any_of(row.audits.begin(), row.audits.end(), [](const ClaimAudit& audit) {
            return audit.verdict == ClaimVerdict::Contradicted;
        });
    });
}

NotesReading readNotes(const MarketView& view, std::span<const Note> notes, const Symbol& small,
                       const Symbol& large) {
    const std::vector<Note> seen = seenBy(view, notes);
    NotesReading out;
    out.asOf = view.asOfDate();
    out.later = notes.size() - seen.size();
    out.contradictions = contradictionsIn(seen);
    std::vector<ClaimAudit> audits;
    for (const Note& note : seen) {
        out.notes.push_back(readingOf(view, note, small, large));
        const auto& own = out.notes.back().audits;
        audits.insert(audits.end(), own.begin(), own.end());
    }
    out.summary = auditSummary(audits);
    return out;
}

} // namespace rotascope
