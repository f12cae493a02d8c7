#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/whole_file.h"
#include "app/log/desk_events.h"
#include "core/base/text.h"
#include "core/report/desk/report_csv.h"
#include "core/report/desk/report_html.h"
#include "core/report/desk/report_json.h"
#include "core/workflow/desk_report/make_report.h"
#include "core/workflow/desk_report/section_catalogue.h"
#include "core/workflow/desk_report/take_look.h"
#include "core/workflow/write_file.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace rotascope::cli {

namespace {

struct ReportArguments {
    std::string file;
    std::vector<std::string> sections;
    std::string since;
    bool force = false;
};

std::string reportJson(const DeskReport& report) {
    return jsonText(reportAsJson(report)) + '\n';
}

/// ★ What a report is written as, by the end of the file's name.
struct Dress {
    std::string_view ending;
    std::string (*text)(const DeskReport& report);
};
constexpr std::array<Dress, 3> kDresses{
    {{".html", &reportHtml}, {".csv", &reportCsv}, {".json", &reportJson}}};

Result<Dress> dressOf(const std::string& file) {
    const std::string name = toLower(file);
    for (const Dress& dress : kDresses)
        if (name.ends_with(dress.ending) && name.size() > dress.ending.size())
            return dress;
    if (name.ends_with(".pdf") || name.ends_with(".png"))
        return usageError("bad_ending", fmt::format("rota draws no {}: use `rotascope --report {}`.",
                                                    name.substr(name.size() - 3), file));
    return usageError("bad_ending", fmt::format("\"{}\" ends in none of .html, .csv, .json.", file));
}

Result<DeskReport> reportOf(const ReportArguments& arguments, const Context& context) {
    const CommonOptions& common = context.common;
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    ReportAsk ask{common.small, common.large, common.asOf, std::nullopt, arguments.sections, std::nullopt};
    if (!arguments.since.empty()) {
        const auto html = wholeFile(arguments.since, kLargestReport, "reports are far smaller");
        auto look = html ? lookOfReport(**store, *html, common.small, common.large)
                         : Result<DeskLook>(Failure(html.error()));
        if (!look)
            return Failure(look.error());
        ask.since = std::move(*look);
    }
    return makeReport(**store, ask, {ROTASCOPE_VERSION, utcNow(), common.knownOn});
}

Output told(const DeskReport& report, const std::string& file, std::size_t bytes, const Context& context) {
    Json ids = Json::array();
    for (const ReportSection& section : report.sections)
        ids.push_back(section.id);
    Output output{
        {}, asOfNotes(context, report.asOf), 0, {log::reportEvent(context.common.desk, file, report)}};
    output.text = context.common.json
                      ? printed(Json{{"file", file},
                                     {"bytes", bytes},
                                     {"as_of", isoText(report.asOf)},
                                     {"demo", report.demo},
                                     {"sections", std::move(ids)},
                                     {"analysis_sha256", analysisDigest(analysisAsJson(report))}})
                      : fmt::format("{}: {} as of {}, {} sections, {} bytes\n", file, reportTitle(report),
                                    isoText(report.asOf), report.sections.size(),
                                    groupedCount(static_cast<long long>(bytes)));
    return output;
}

Result<Output> runReport(const ReportArguments& arguments, const Context& context) {
    const auto dress = dressOf(arguments.file);
    if (!dress)
        return Failure(dress.error());
    if (const auto chosen = chosenSections(arguments.sections); !chosen)
        return Failure(chosen.error());
    const Existing existing = arguments.force ? Existing::Replace : Existing::Keep;
    if (const auto may = checkMayWrite(arguments.file, existing); !may)
        return Failure(may.error());
    const auto report = reportOf(arguments, context);
    if (!report)
        return Failure(report.error());
    const std::string text = dress->text(*report);
    if (const auto written = writeWhole(arguments.file, text, existing); !written)
        return Failure(written.error());
    return told(*report, arguments.file, text.size(), context);
}

} // namespace

CommandBody declareReport(CLI::App& app) {
    auto arguments = std::make_shared<ReportArguments>();
    app.description("One file with everything the desk says as of a date: a page for people that `rota "
                    "verify` holds against the desk later, its tables as CSV, or its results as JSON.");
    app.add_option("-o,--output", arguments->file, "FILE.html, FILE.csv or FILE.json")->required();
    std::string known;
    for (const ReportSectionRow& row : reportSections())
        known += (known.empty() ? "" : ", ") + std::string(row.id);
    app.add_option("--sections", arguments->sections,
                   fmt::format("These alone, of {}; all: every one. Without it those of the desk's setting "
                               "report_sections",
                               known))
        ->delimiter(',');
    app.add_option("--since", arguments->since,
                   "Add what is new since an earlier page that `rota report` wrote from this desk");
    app.add_flag("--force", arguments->force, "Replace a file that is there");
    return [arguments](const Context& context) { return runReport(*arguments, context); };
}

} // namespace rotascope::cli
