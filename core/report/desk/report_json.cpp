#include "core/report/desk/report_json.h"

#include "core/base/sha256.h"
#include "core/report/look_json.h"

namespace rotascope {

namespace {

Json sourceAsJson(const ReportSource& source) {
    return {{"import_id", source.importId},
            {"file", source.file},
            {"sha256", jsonSentence(source.sha256)},
            {"symbols", source.symbols},
            {"first", source.range ? jsonDate(source.range->first) : Json(nullptr)},
            {"last", source.range ? jsonDate(source.range->last) : Json(nullptr)},
            {"imported_at", source.importedAt}};
}

Json formulaAsJson(const ReportFormula& formula) {
    return {{"section", formula.section},
            {"figure", formula.figure},
            {"value", jsonSentence(formula.value)},
            {"formula", formula.inWords},
            {"with_values", jsonSentence(formula.withValues)},
            {"observations", formula.observations}};
}

Json observationAsJson(const ReportObservation& one) {
    return {{"symbol", one.symbol},
            {"field", one.field},
            {"date", jsonDate(one.date)},
            {"value", jsonNumber(one.value)},
            {"import_id", one.importId},
            {"line", one.line},
            {"text", one.text}};
}

template <class Row>
Json listAsJson(const std::vector<Row>& rows, Json (*one)(const Row&)) {
    Json out = Json::array();
    for (const Row& row : rows)
        out.push_back(one(row));
    return out;
}

} // namespace

std::string reportTitle(const DeskReport& report) {
    return report.small + " vs " + report.large;
}

std::string changesTitle(const ReportChanges& changes) {
    return "Since the report of " + dayMonthYear(changes.since);
}

std::vector<std::string> changesShown(const ReportChanges& changes) {
    constexpr std::size_t kPerKind = 12;
    if (changes.changes.empty())
        return {"Nothing changed."};
    return shortened(changes.changes, kPerKind);
}

Json analysisAsJson(const DeskReport& report) {
    Json results = Json::object();
    for (const ReportSection& section : report.sections)
        results[section.id] = section.results;
    return {{"as_of", jsonDate(report.asOf)},
            {"known_on", jsonDate(report.knownOn)},
            {"small", report.small},
            {"large", report.large},
            {"demo", report.demo},
            {"headline", plainText(report.headline)},
            {"results", std::move(results)}};
}

Json provenanceAsJson(const ReportProvenance& provenance) {
    Json sections = Json::object();
    for (const auto& [id, symbols] : provenance.sectionSymbols)
        sections[id] = symbols;
    return {{"program", provenance.program},
            {"written_at", provenance.writtenAt},
            {"desk", provenance.desk},
            {"asked_as_of", jsonDate(provenance.askedAsOf)},
            {"files", listAsJson(provenance.sources, sourceAsJson)},
            {"adjusted", provenance.adjusted},
            {"sections", std::move(sections)},
            {"look", lookAsJson(provenance.look)},
            {"figures", listAsJson(provenance.formulas, formulaAsJson)},
            {"observations", listAsJson(provenance.observations, observationAsJson)}};
}

Json reportAsJson(const DeskReport& report) {
    Json analysis = analysisAsJson(report);
    std::string digest = analysisDigest(analysis);
    Json changes(nullptr);
    if (report.changes)
        changes = Json{{"since", isoText(report.changes->since)},
                       {"changes", changesAsJson(report.changes->changes)}};
    return {{"report", kReportFormat},
            {"analysis", std::move(analysis)},
            {"analysis_sha256", std::move(digest)},
            {"changes", std::move(changes)},
            {"provenance", provenanceAsJson(report.provenance)}};
}

std::string analysisDigest(const Json& analysis) {
    const std::string text = compactText(analysis);
    Sha256 sum;
    sum.add(text);
    return sum.hex();
}

std::string compactText(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace rotascope
