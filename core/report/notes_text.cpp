#include "core/report/notes_text.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <vector>

namespace rotascope {

namespace {

std::string headOf(const Note& note) {
    constexpr int kDecimals = 2;
    std::string text = fmt::format("{}  {}", note.id, dayMonthYear(note.date));
    if (!note.title.empty())
        text += "  " + note.title;
    if (!note.source.empty())
        text += fmt::format("  ({})", note.source);
    if (note.sentiment)
        text += fmt::format("  sentiment {}{}", signedNumber(*note.sentiment, kDecimals),
                            note.about.empty() ? "" : " on " + note.about);
    return text + "\n";
}

std::string wordsOf(const Note& note) {
    return note.text.empty() ? "" : "   " + note.text + "\n";
}

std::string readingText(const NoteReading& row) {
    std::string text = headOf(row.note) + wordsOf(row.note);
    for (const ClaimAudit& audit : row.audits)
        text += fmt::format("   claim: {}\n     {}\n", audit.claim.text, audit.sentence);
    for (const RuleDraft& draft : row.drafts)
        text += fmt::format("   rule proposed: {}{}\n", draft.expression,
                            draft.question.empty() ? "" : "  " + draft.question);
    return text;
}

} // namespace

std::string noteText(const Note& note) {
    std::string text = headOf(note) + wordsOf(note);
    for (const std::string& claim : note.claims)
        text += fmt::format("   claim: {}\n", claim);
    return text;
}

std::string contradictionsText(std::span<const Contradiction> contradictions, std::span<const Note> notes) {
    if (contradictions.empty())
        return {};
    std::string text = "Contradictions\n";
    for (const Contradiction& row : contradictions) {
        const int first = notes[row.first.note].id;
        const int second = notes[row.second.note].id;
        text += first == second ? fmt::format("  note {}: {}\n", first, row.sentence)
                                : fmt::format("  notes {} and {}: {}\n", first, second, row.sentence);
    }
    return text;
}

std::string notesText(const NotesReading& reading) {
    std::string text;
    std::vector<Note> notes;
    for (const NoteReading& row : reading.notes) {
        notes.push_back(row.note);
        text += readingText(row);
    }
    if (reading.notes.empty())
        text += "This desk keeps no notes of that time.\n";
    if (reading.later > 0)
        text += fmt::format("{} written after the as-of date, not shown.\n",
                            reading.later == 1 ? "1 note was" : fmt::format("{} notes were", reading.later));
    text += contradictionsText(reading.contradictions, notes);
    return text + "Claims: " + reading.summary + "\n";
}

} // namespace rotascope
