#include "core/workflow/desk_report/verify_report.h"

#include "core/base/text.h"
#include "core/report/desk/report_html.h"
#include "core/report/desk/report_json.h"
#include "core/workflow/desk_report/report_causes.h"
#include "core/workflow/desk_report/section_catalogue.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

std::size_t valuesIn(const Json& value) {
    if (!value.is_structured())
        return 1;
    std::size_t count = 0;
    for (const Json& part : value)
        count += valuesIn(part);
    return count;
}

std::string textAt(const Json& object, const char* key) {
    return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string();
}

/// The analysis without the results' own level, so that paths begin with the section.
Json flattened(const Json& analysis) {
    Json out = analysis;
    Json results = out["results"];
    out.erase("results");
    for (const auto& [id, value] : results.items())
        out[id] = value;
    return out;
}

Result<DeskReport> again(MarketStore& store, const ReportQuestion& question, const ReportWriter& writer) {
    ReportAsk ask{question.small, question.large,    question.askedAsOf,
                  std::nullopt,   question.sections, std::nullopt};
    if (!ask.asOf)
        ask.until = question.asOf;
    return makeReport(store, ask, writer);
}

std::string countText(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", groupedCount(static_cast<long long>(count)), what, count == 1 ? "" : "s");
}

} // namespace

std::string ReportVerdict::sentence() const {
    if (state == ReportState::Truncated)
        return "Truncated: the end of the file is missing. Ask for it again.";
    const std::string compared =
        changed.empty()
            ? fmt::format("all {} agree with the desk", countText(values, "value"))
            : fmt::format("{} of {} differ from the desk", changed.size(), countText(values, "value"));
    if (state == ReportState::Edited && values == 0)
        return "Edited after it was written: its embedded results can no longer be read.";
    if (state == ReportState::Edited)
        return fmt::format("Edited after it was written: its seal does not fit. Of its embedded results {}.",
                           compared);
    if (isShownOtherwise)
        return fmt::format("Edited: {}, but the page shows something else.", compared);
    if (changed.empty())
        return fmt::format("Identical: {}.", compared);
    return fmt::format("Changed: {}{}.", compared,
                       isShownTheSame ? ", all below the digits that the page shows" : "");
}

ReportVerdict verdictWithoutData(ReportState state) {
    ReportVerdict verdict;
    verdict.state = state == ReportState::Truncated ? state : ReportState::Edited;
    return verdict;
}

Result<ReportVerdict> verifyReport(MarketStore& store, const ReadReport& report,
                                   const ReportQuestion& question, const std::string& program) {
    const Json& provenance = report.data["provenance"];
    const auto imports = store.imports();
    if (!imports)
        return Failure(imports.error());
    if (!knowsAnyFile(provenance, *imports))
        return refused("wrong_desk", "This desk holds none of the files that the report came from. Name the "
                                     "right one with --db FILE.");
    if (const auto known = chosenSections(question.sections); !known)
        return refused("unknown_section", "This report has a section that this Rotascope does not make: " +
                                              known.error().message + " Update Rotascope.");
    const auto now = again(store, question, {program, textAt(provenance, "written_at"), question.knownOn});
    if (!now)
        return Failure(now.error());
    ReportVerdict verdict;
    verdict.state = report.state;
    verdict.program = textAt(provenance, "program");
    verdict.writtenAt = textAt(provenance, "written_at");
    const Json then = flattened(report.data["analysis"]);
    // Through text, as the report went: what is no UTF-8 was replaced on the way.
    const Json fresh = flattened(Json::parse(compactText(analysisAsJson(*now))));
    verdict.values = valuesIn(fresh);
    const SectionSymbols sections = sectionSymbols(provenance, now->provenance);
    const auto later = importsSince(provenance, *imports, question.asOf);
    for (ValueDifference& difference : differencesOf(then, fresh)) {
        auto causes = causesOf(difference.path, sections, later);
        verdict.changed.push_back({std::move(difference), std::move(causes)});
    }
    // Only the same program words a page the same way.
    const bool canCompare = verdict.program == program && report.state == ReportState::AsWritten;
    const bool same = canCompare && report.shown == analysisPart(reportHtml(*now));
    verdict.isShownTheSame = same;
    verdict.isShownOtherwise = canCompare && !same && verdict.changed.empty();
    return verdict;
}

} // namespace rotascope
