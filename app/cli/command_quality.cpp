#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/base/text.h"
#include "core/quality/finding_groups.h"
#include "core/report/quality_json.h"
#include "core/report/quality_text.h"
#include "core/workflow/examine_desk.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace rotascope::cli {

namespace {

std::string groupText(const FindingGroup& group) {
    const Finding& first = group.front();
    std::string out = fmt::format("  {:8} {}: {}\n", standingText(group), ruleText(group), group.message());
    if (group.findings.size() > 1)
        out += fmt::format("           {}\n", groupDatesText(group));
    if (group.isAccepted())
        out += fmt::format("           {} ({})\n", first.accepted->reason, first.accepted->acceptedAt);
    return out;
}

std::vector<FindingGroup> oneByOne(const std::vector<Finding>& findings) {
    std::vector<FindingGroup> groups;
    for (const Finding& finding : findings)
        groups.push_back({{finding}});
    return groups;
}

std::string findingsText(const std::vector<Finding>& findings, bool each) {
    if (findings.empty())
        return "Nothing to report.\n";
    std::string out;
    std::vector<FindingGroup> groups = each ? oneByOne(findings) : groupedFindings(findings);
    std::ranges::stable_sort(groups, {}, [](const FindingGroup& group) { return group.front().symbol; });
    std::string_view symbol;
    for (const FindingGroup& group : groups) {
        if (group.front().symbol != symbol)
            out += fmt::format("{}{}\n", out.empty() ? "" : "\n", group.front().symbol);
        symbol = group.front().symbol;
        out += groupText(group);
    }
    return out;
}

struct QualityArguments {
    std::vector<std::string> symbols;
    std::string accept;
    std::string reopen;
    std::string reason;
    std::string on;
    std::string field;
    bool each = false;
};

Result<FindingChoice> choiceOf(const QualityArguments& arguments, const std::vector<Symbol>& symbols) {
    if (symbols.size() != 1)
        return usageError("one_symbol", "Name the one symbol whose findings --accept or --reopen decides.");
    FindingChoice choice;
    choice.symbol = symbols.front();
    choice.rule = arguments.accept.empty() ? arguments.reopen : arguments.accept;
    if (!arguments.field.empty() && !(choice.field = fieldNamed(toLower(arguments.field))))
        return usageError("unknown_field", fmt::format("\"{}\" is not a field.", arguments.field));
    if (!arguments.on.empty() && !(choice.date = parseIsoDate(arguments.on)))
        return usageError("bad_date",
                          fmt::format("--on \"{}\" is not a date. Write it as YYYY-MM-DD.", arguments.on));
    return choice;
}

Result<void> decide(MarketStore& store, const QualityArguments& arguments,
                    const std::vector<Symbol>& symbols) {
    if (arguments.accept.empty() && arguments.reopen.empty())
        return {};
    const auto choice = choiceOf(arguments, symbols);
    if (!choice)
        return Failure(choice.error());
    if (!arguments.accept.empty() && trimmed(arguments.reason).empty())
        return usageError("no_reason", "A finding is accepted with a reason: --reason \"…\".");
    const auto done = arguments.accept.empty() ? reopenFindings(store, *choice)
                                               : acceptFindings(store, *choice, arguments.reason, utcNow());
    return done ? Result<void>{} : Failure(done.error());
}

Result<Output> runQuality(const Context& context, const QualityArguments& arguments) {
    std::vector<Symbol> symbols;
    for (const std::string& name : arguments.symbols)
        symbols.push_back(canonicalSymbol(name));
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    if (const auto decided = decide(**store, arguments, symbols); !decided)
        return Failure(decided.error());
    if (const auto known = refuseBeforeData(**store, context); !known)
        return Failure(known.error());
    const auto findings = examineDesk(**store, symbols, context.common.asOf);
    if (!findings)
        return Failure(findings.error());
    if (!context.common.json)
        return Output{findingsText(*findings, arguments.each), {}, 0};
    return Output{printed(Json{{"findings", findingsAsJson(*findings)}}), {}, 0};
}

} // namespace

CommandBody declareQuality(CLI::App& app) {
    auto arguments = std::make_shared<QualityArguments>();
    app.description("What is odd about the data: gaps, rows on holidays, split-like jumps, spikes, stale "
                    "values and more. No value is changed; a finding that is right can be accepted.");
    app.add_option("SYMBOL", arguments->symbols,
                   "Instruments to examine; all of the desk when none is named");
    auto* accept = app.add_option("--accept", arguments->accept,
                                  "Accept the open findings of this rule about SYMBOL (needs --reason)");
    app.add_option("--reopen", arguments->reopen, "Take the acceptance of this rule's findings back")
        ->excludes(accept);
    app.add_option("--reason", arguments->reason, "Why they are right");
    app.add_option("--on", arguments->on, "Only the finding that holds this date (YYYY-MM-DD)");
    app.add_option("--field", arguments->field, "Only findings about this field");
    app.add_flag("--each", arguments->each,
                 "Every finding on a line of its own, not those of a rule together");
    return [arguments](const Context& context) { return runQuality(context, *arguments); };
}

} // namespace rotascope::cli
