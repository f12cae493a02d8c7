#include "app/cli/preview_json.h"

#include <fmt/format.h>

namespace rotascope::cli {

namespace {

Json questionJson(const ImportQuestion& question) {
    Json rows = Json::array();
    for (const QuestionRow& row : question.rows)
        rows.push_back(
            {{"line", row.line}, {"text", row.text}, {"readings", row.readings}, {"odd", row.odd}});
    return {{"about", nameOf(question.about)},
            {"title", question.title},
            {"evidence", question.evidence},
            {"answers", question.answers},
            {"suggested", question.suggested ? Json(question.answers[*question.suggested]) : Json(nullptr)},
            {"rows", std::move(rows)}};
}

} // namespace

void addPreview(Json& object, const ImportPreview& preview) {
    object["header"] = preview.header;
    object["understood"] = Json::array();
    for (const UnderstoodSetting& each : preview.settings)
        object["understood"].push_back({{"setting", nameOf(each.setting)},
                                        {"value", each.value},
                                        {"evidence", each.evidence},
                                        {"certainty", nameOf(each.certainty)}});
    object["columns"] = Json::array();
    for (const PreviewColumn& column : preview.columns)
        object["columns"].push_back({{"heading", column.heading},
                                     {"role", nameOf(column.role)},
                                     {"holds", column.holds},
                                     {"stored", column.stored}});
    object["question"] = preview.question ? questionJson(*preview.question) : Json(nullptr);
}

std::string previewText(const ImportPreview& preview) {
    std::string out;
    for (const UnderstoodSetting& each : preview.settings)
        out += fmt::format("  {:<15} {}, {}{}{}\n", labelOf(each.setting), each.value, nameOf(each.certainty),
                           each.evidence.empty() ? "" : ": ", each.evidence);
    if (!preview.question)
        return out;
    const ImportQuestion& question = *preview.question;
    out += fmt::format("  {} {}\n", question.title, question.evidence);
    for (const QuestionRow& row : question.rows)
        out += fmt::format("    line {}: {:<14} {} {}{} · {} {}{}\n", row.line, row.text, question.answers[0],
                           row.readings[0], row.odd[0] ? " (no session)" : "", question.answers[1],
                           row.readings[1], row.odd[1] ? " (no session)" : "");
    return out;
}

} // namespace rotascope::cli
