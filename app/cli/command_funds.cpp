#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/base/text.h"
#include "core/report/text_table.h"
#include "core/workflow/import_fund_facts.h"
#include "core/workflow/load_flows.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>
#include <memory>

namespace rotascope::cli {

namespace {

struct FundArguments {
    std::string symbol;
    std::string index;
    std::string fee;
    std::string volume;
    std::string file;
    bool forget = false;
};

Result<double> figure(const std::string& text, std::string_view option) {
    if (text.empty())
        return std::nan("");
    const auto number = parseNumber(text);
    if (!number || *number < 0)
        return usageError("bad_fund_facts",
                          fmt::format("{} \"{}\" is no number of zero or more.", option, text));
    return *number;
}

/// What the options say of one fund.
Result<FundFacts> typedFacts(const FundArguments& arguments) {
    FundFacts facts;
    facts.symbol = canonicalSymbol(arguments.symbol);
    facts.index = canonicalSymbol(arguments.index);
    const auto fee = figure(arguments.fee, "--fee");
    if (!fee)
        return Failure(fee.error());
    const auto volume = figure(arguments.volume, "--volume");
    if (!volume)
        return Failure(volume.error());
    facts.feePercent = *fee;
    facts.dollarVolume = *volume;
    return facts;
}

Result<std::vector<FundFacts>> changed(std::vector<FundFacts> facts, const FundArguments& arguments,
                                       std::vector<std::string>& notes) {
    if (!arguments.file.empty()) {
        auto read = fundFactsFrom(arguments.file);
        if (!read)
            return Failure(read.error());
        for (const FundFacts& row : read->facts)
            facts = withFacts(std::move(facts), row);
        notes = std::move(read->notes);
    }
    if (arguments.symbol.empty())
        return facts;
    const auto typed = typedFacts(arguments);
    if (!typed)
        return Failure(typed.error());
    if (arguments.forget)
        std::erase_if(facts, [&typed](const FundFacts& row) { return row.symbol == typed->symbol; });
    else if (!typed->index.empty() || !std::isnan(typed->feePercent) || !std::isnan(typed->dollarVolume))
        facts = withFacts(std::move(facts), *typed);
    return facts;
}

Json numberOrNull(double value) {
    return std::isnan(value) ? Json(nullptr) : Json(value);
}

std::string printedFacts(const std::vector<FundFacts>& facts, bool json) {
    Json list = Json::array();
    TextTable table{{"fund", "index", "fee, % a year", "dollar volume a day"}, {}};
    for (const FundFacts& row : facts) {
        list.push_back({{"symbol", row.symbol},
                        {"index", row.index.empty() ? Json(nullptr) : Json(row.index)},
                        {"fee_percent", numberOrNull(row.feePercent)},
                        {"dollar_volume", numberOrNull(row.dollarVolume)}});
        table.rows.push_back({row.symbol, row.index.empty() ? "–" : row.index,
                              groupedNumber(row.feePercent, 2), groupedNumber(row.dollarVolume, 0)});
    }
    if (json)
        return printed(Json{{"funds", std::move(list)}});
    return facts.empty() ? "Nothing is noted about funds yet: rota funds IWM --index RUT --fee 0.19\n"
                         : alignedText(table, {1});
}

Result<Output> runFunds(const FundArguments& arguments, const Context& context) {
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto before = deskFundFacts(**store);
    if (!before)
        return Failure(before.error());
    std::vector<std::string> notes;
    const auto after = changed(*before, arguments, notes);
    if (!after)
        return Failure(after.error());
    if (fundFactsText(*after) != fundFactsText(*before))
        if (const auto saved = saveFundFacts(**store, fundFactsText(*after)); !saved)
            return Failure(saved.error());
    return Output{printedFacts(*after, context.common.json), std::move(notes), 0};
}

} // namespace

CommandBody declareFunds(CLI::App& app) {
    auto arguments = std::make_shared<FundArguments>();
    app.description(
        "What is noted about funds: the index each follows, its fee, how much of it trades. Without "
        "options: all of it. Where no dollar volume is noted, the desk's own bars tell it.");
    auto* symbol = app.add_option("SYMBOL", arguments->symbol, "The fund that is noted about");
    app.add_option("--index", arguments->index, "Symbol of the index it follows")->needs(symbol);
    app.add_option("--fee", arguments->fee, "Fee in % a year, such as 0.19")->needs(symbol);
    app.add_option("--volume", arguments->volume, "Average dollar volume a day in USD")->needs(symbol);
    app.add_flag("--forget", arguments->forget, "Takes out what is noted about SYMBOL")->needs(symbol);
    app.add_option(
        "--from", arguments->file,
        "CSV with a column \"symbol\" and any of \"expense ratio\", \"index\" and \"average dollar "
        "volume\"");
    return [arguments](const Context& context) { return runFunds(*arguments, context); };
}

} // namespace rotascope::cli
