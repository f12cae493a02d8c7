#include "core/report/notes_json.h"

#include "core/base/text.h"
#include "core/report/claims_json.h"
#include "core/report/json.h"

namespace rotascope {

namespace {

Json draftJson(const RuleDraft& draft, std::string_view text) {
    const auto words = trimmed(text.substr(draft.words.begin, draft.words.end - draft.words.begin));
    return {{"words", words}, {"expression", draft.expression}, {"question", draft.question}};
}

} // namespace

Json noteAsJson(const Note& note) {
    return {{"id", note.id},         {"date", isoText(note.date)},
            {"title", note.title},   {"text", note.text},
            {"source", note.source}, {"sentiment", note.sentiment ? Json(*note.sentiment) : Json(nullptr)},
            {"about", note.about},   {"claims", note.claims}};
}

Json contradictionsAsJson(std::span<const Contradiction> contradictions, std::span<const Note> notes) {
    Json list = Json::array();
    for (const Contradiction& row : contradictions)
        list.push_back(
            {{"notes", {notes[row.first.note].id, notes[row.second.note].id}}, {"sentence", row.sentence}});
    return list;
}

Json notesAsJson(const NotesReading& reading) {
    Json list = Json::array();
    std::vector<Note> notes;
    for (const NoteReading& row : reading.notes) {
        notes.push_back(row.note);
        Json object = noteAsJson(row.note);
        object["audits"] = Json::array();
        for (const ClaimAudit& audit : row.audits)
            object["audits"].push_back(claimAuditAsJson(audit));
        object["drafts"] = Json::array();
        for (const RuleDraft& draft : row.drafts)
            object["drafts"].push_back(draftJson(draft, row.note.text));
        list.push_back(std::move(object));
    }
    return {{"as_of", jsonDate(reading.asOf)},
            {"notes", std::move(list)},
            {"later", reading.later},
            {"contradictions", contradictionsAsJson(reading.contradictions, notes)},
            {"summary", reading.summary}};
}

} // namespace rotascope
