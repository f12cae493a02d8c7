#include "core/report/desk/read_report.h"

#include "core/base/sha256.h"
#include "core/report/desk/packed_results.h"
#include "core/report/desk/report_html.h"
#include "core/report/desk/report_json.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

std::string digestOf(std::string_view bytes) {
    Sha256 sum;
    sum.add(bytes);
    return sum.hex();
}

/// The seal is the last line; it holds the digest of everything before it.
ReportState stateOf(std::string_view html) {
    constexpr std::size_t kDigest = 64;
    const std::size_t seal = html.rfind(report_mark::kSeal);
    if (seal == std::string_view::npos || !html.ends_with(report_mark::kSealEnd)) {
        const std::size_t whole = seal == std::string_view::npos ? 0
                                                                 : seal + report_mark::kSeal.size() +
                                                                       kDigest + report_mark::kSealEnd.size();
        const bool cut = html.size() < whole || html.ends_with("</html>\n") ||
                         html.find("</html>") == std::string_view::npos;
        return cut ? ReportState::Truncated : ReportState::Edited;
    }
    std::string_view digest = html.substr(seal + report_mark::kSeal.size());
    digest.remove_suffix(std::min(report_mark::kSealEnd.size(), digest.size()));
    return digest == digestOf(html.substr(0, seal)) ? ReportState::AsWritten : ReportState::Edited;
}

std::string_view dataPart(std::string_view html) {
    const std::size_t begin = html.find(report_mark::kData);
    if (begin == std::string_view::npos)
        return {};
    const std::string_view rest = html.substr(begin + report_mark::kData.size());
    const std::size_t end = rest.find(report_mark::kDataEnd);
    return end == std::string_view::npos ? std::string_view() : rest.substr(0, end);
}

bool looksLikeAReport(std::string_view html) {
    return html.find(report_mark::kAnalysis) != std::string_view::npos ||
           html.find(report_mark::kData) != std::string_view::npos;
}

Failure damaged() {
    return refused("damaged_report", "The report's embedded results are damaged: what it was computed from "
                                     "cannot be told. Ask for the file as it was written.");
}

bool isText(const Json& object, const char* key) {
    return object.contains(key) && object[key].is_string();
}

/// nullopt inside for null; an error for what is no date.
Result<std::optional<Date>> dateAt(const Json& object, const char* key) {
    if (!object.contains(key) || object[key].is_null())
        return std::optional<Date>{};
    const auto date = object[key].is_string() ? parseIsoDate(object[key].get<std::string>()) : std::nullopt;
    return date ? Result<std::optional<Date>>(date) : damaged();
}

} // namespace

Result<ReadReport> readReport(std::string_view html) {
    // Mail and editors of Windows write other line ends; the words are the same.
    if (html.find("\r\n") != std::string_view::npos) {
        std::string plain(html);
        std::erase(plain, '\r');
        return readReport(plain);
    }
    if (!looksLikeAReport(html))
        return refused("not_a_report", "This is not a report that rota wrote. Name the HTML file of "
                                       "`rota report -o FILE.html`.");
    ReadReport report{stateOf(html), nullptr, std::string(analysisPart(html))};
    Json data = parsedShallow(dataPart(html));
    if (data.is_discarded() || !data.is_object())
        return report;
    if (!data.contains("report") || !data["report"].is_number_integer())
        return damaged();
    if (const int format = data["report"].get<int>(); format > kReportFormat)
        return refused("newer_report",
                       fmt::format("This report has format {}, written by a newer Rotascope; this one reads "
                                   "up to {}. Update Rotascope.",
                                   format, kReportFormat));
    if (data.contains("analysis") && data["analysis"].contains("results") &&
        !unpackLarge(data["analysis"]["results"]))
        return report;
    const bool fits = data.contains("analysis") && isText(data, "analysis_sha256") &&
                      data["analysis_sha256"].get<std::string>() == analysisDigest(data["analysis"]);
    if (!fits && report.state == ReportState::AsWritten)
        report.state = ReportState::Edited;
    report.data = std::move(data);
    return report;
}

Result<ReportQuestion> questionOf(const Json& data) {
    if (!data.is_object() || !data.contains("analysis") || !data["analysis"].is_object() ||
        !data.contains("provenance") || !data["provenance"].is_object())
        return damaged();
    const Json& analysis = data["analysis"];
    if (!isText(analysis, "small") || !isText(analysis, "large") || !analysis.contains("results") ||
        !analysis["results"].is_object())
        return damaged();
    const auto asOf = dateAt(analysis, "as_of");
    const auto knownOn = dateAt(analysis, "known_on");
    const auto asked = dateAt(data["provenance"], "asked_as_of");
    if (!asOf || !*asOf || !knownOn || !asked)
        return damaged();
    ReportQuestion question{analysis["small"].get<std::string>(),
                            analysis["large"].get<std::string>(),
                            **asOf,
                            *asked,
                            *knownOn,
                            {}};
    for (const auto& [id, results] : analysis["results"].items())
        question.sections.push_back(id);
    return question;
}

} // namespace rotascope
