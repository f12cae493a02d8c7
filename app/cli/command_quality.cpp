#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/workflow/examine_desk.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace rotascope::cli {

namespace {

Json findingJson(const Finding& finding) {
    return Json{{"symbol", finding.symbol},
                {"rule", finding.rule},
                {"severity", nameOf(finding.severity)},
                {"field", nameOf(finding.field)},
                {"first", isoText(finding.first)},
                {"last", isoText(finding.last)},
                {"message", finding.message}};
}

std::string findingsText(const std::vector<Finding>& findings) {
    if (findings.empty())
        return "Nothing to report.\n";
    std::string out;
    std::string_view symbol;
    for (const Finding& finding : findings) {
        if (finding.symbol != symbol)
            out += fmt::format("{}{}\n", out.empty() ? "" : "\n", finding.symbol);
        symbol = finding.symbol;
        const std::string where =
            finding.field == Field::Close ? "" : fmt::format(" ({})", nameOf(finding.field));
        out +=
            fmt::format("  {:7} {}{}: {}\n", nameOf(finding.severity), finding.rule, where, finding.message);
    }
    return out;
}

Result<Output> runQuality(const Context& context, const std::vector<std::string>& names) {
    std::vector<Symbol> symbols;
    for (const std::string& name : names)
        symbols.push_back(canonicalSymbol(name));
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto findings = examineDesk(**store, symbols, context.common.asOf);
    if (!findings)
        return Failure(findings.error());
    if (!context.common.json)
        return Output{findingsText(*findings), {}, 0};
    Json list = Json::array();
    for (const Finding& finding : *findings)
        list.push_back(findingJson(finding));
    return Output{printed(Json{{"findings", std::move(list)}}), {}, 0};
}

} // namespace

CommandBody declareQuality(CLI::App& app) {
    auto symbols = std::make_shared<std::vector<std::string>>();
    app.description(
        "What is odd about the data: gaps, rows on holidays, split-like jumps, spikes, stale values "
        "and more. Nothing is changed.");
    app.add_option("SYMBOL", *symbols, "Instruments to examine; all of the desk when none is named");
    return [symbols](const Context& context) { return runQuality(context, *symbols); };
}

} // namespace rotascope::cli
