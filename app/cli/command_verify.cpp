#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/whole_file.h"
#include "core/workflow/desk_report/verify_report.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>

namespace rotascope::cli {

namespace {

constexpr std::size_t kShown = 40;

constexpr std::string_view nameOf(ReportState state) {
    constexpr std::array<std::string_view, 3> kNames{"as_written", "edited", "truncated"};
    return kNames[static_cast<std::size_t>(state)];
}

Json causeJson(const ReportCause& cause) {
    return {{"import_id", cause.importId},
            {"file", cause.file},
            {"imported_at", cause.importedAt},
            {"undone_at", jsonSentence(cause.undoneAt)}};
}

Json verdictJson(const ReportVerdict& verdict) {
    Json differences = Json::array();
    for (const ChangedValue& changed : verdict.changed) {
        Json imports = Json::array();
        for (const ReportCause& cause : changed.causes)
            imports.push_back(causeJson(cause));
        differences.push_back({{"path", changed.difference.path},
                               {"then", changed.difference.then},
                               {"now", changed.difference.now},
                               {"imports", std::move(imports)}});
    }
    return {{"identical", verdict.isIdentical()},
            {"state", nameOf(verdict.state)},
            {"shown_differs", verdict.isShownOtherwise},
            {"shown_the_same", verdict.isShownTheSame},
            {"values", verdict.values},
            {"message", verdict.sentence()},
            {"differences", std::move(differences)}};
}

std::string causeText(const std::vector<ReportCause>& causes) {
    if (causes.empty())
        return "no import since touches it: a rule, a setting, a decision, another program or a hand did";
    std::string text;
    for (const ReportCause& cause : causes)
        text +=
            fmt::format("{}import {}, {}, {}", text.empty() ? "" : "; or ", cause.importId, cause.file,
                        cause.undoneAt.empty() ? "of " + cause.importedAt : "taken back " + cause.undoneAt);
    return text;
}

/// How far a value moved, as a share of it; words and what came or went move further than any number, the
/// digest of rows that no page shows less.
double moveOf(const ChangedValue& changed) {
    const auto& [path, then, now] = changed.difference;
    if (path.ends_with("complete_sha256"))
        return 0;
    if (!then.is_number() || !now.is_number())
        return std::numeric_limits<double>::infinity();
    const double before = then.get<double>();
    const double after = now.get<double>();
    return std::abs(after - before) / std::max(std::abs(before), std::abs(after));
}

std::vector<ChangedValue> largestFirst(std::vector<ChangedValue> changed) {
    std::ranges::stable_sort(changed, std::ranges::greater{}, moveOf);
    return changed;
}

/// The largest moves first; a cause is told where it is not the one before.
std::string verdictText(const ReportVerdict& verdict) {
    std::string text = verdict.sentence() + '\n';
    std::string cause;
    const std::vector<ChangedValue> changed = largestFirst(verdict.changed);
    for (std::size_t i = 0; i < std::min(kShown, changed.size()); ++i) {
        const auto& [difference, causes] = changed[i];
        if (const std::string next = causeText(causes); next != cause) {
            cause = next;
            text += fmt::format("\n{}\n", cause);
        }
        text += fmt::format("  {}: {} then, {} now\n", difference.path, difference.then.dump(),
                            difference.now.dump());
    }
    if (verdict.changed.size() > kShown)
        text +=
            fmt::format("  and {} more that moved less; --json lists all\n", verdict.changed.size() - kShown);
    return text;
}

Result<ReportVerdict> verdictOn(const ReadReport& report, const Context& context) {
    if (report.data.is_null())
        return verdictWithoutData(report.state);
    const auto question = questionOf(report.data);
    if (!question)
        return Failure(question.error());
    Context then{context.common, context.progress};
    then.common.knownOn = question->knownOn;
    auto store = then.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    return verifyReport(**store, report, *question, ROTASCOPE_VERSION);
}

Result<Output> runVerify(const std::string& file, const Context& context) {
    if (context.common.asOf || context.common.knownOn)
        return usageError("bad_option", "A report knows its own dates: leave --as-of and --known-on out.");
    const auto text = wholeFile(file, kLargestReport, "reports are far smaller");
    const auto report = text ? readReport(*text) : Result<ReadReport>(Failure(text.error()));
    if (!report)
        return Failure(report.error());
    const auto verdict = verdictOn(*report, context);
    if (!verdict)
        return Failure(verdict.error());
    return Output{context.common.json ? printed(verdictJson(*verdict)) : verdictText(*verdict),
                  {},
                  verdict->isIdentical() ? 0 : 2};
}

} // namespace

CommandBody declareVerify(CLI::App& app) {
    auto file = std::make_shared<std::string>();
    app.description("Computes a report again from the desk, as of its date: identical (exit 0), or what "
                    "changed and which import did it, or that the file was edited or cut off (exit 2).");
    app.add_option("FILE", *file, "A page that `rota report` wrote")->required();
    return [file](const Context& context) { return runVerify(*file, context); };
}

} // namespace rotascope::cli
