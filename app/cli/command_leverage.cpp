#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/provenance.h"
#include "core/analysis/leverage/leverage.h"
#include "core/report/leverage_json.h"
#include "core/report/leverage_text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <memory>

namespace rotascope::cli {

namespace {

struct LeverageArguments {
    std::string fund;
    std::string index;
    double times = 0;
    std::string from;
    bool adjusted = false;
};

Result<LeverageParams> paramsOf(const LeverageArguments& arguments, const Context& context) {
    LeverageParams params;
    params.fund = canonicalSymbol(arguments.fund);
    params.index = canonicalSymbol(arguments.index);
    params.times = arguments.times;
    params.prices = arguments.adjusted ? PriceChoice::Adjusted : PriceChoice::Close;
    params.large = context.common.large;
    if (arguments.from.empty())
        return params;
    params.from = parseIsoDate(arguments.from);
    if (!params.from)
        return usageError("bad_date",
                          fmt::format("--from \"{}\" is not a date; write YYYY-MM-DD.", arguments.from));
    return params;
}

std::vector<std::string> notesOf(const Context& context, const Leverage& leverage) {
    std::vector<std::string> notes;
    if (context.common.asOf && *context.common.asOf != leverage.asOf)
        notes.push_back(
            fmt::format("{} and {} have no session on {}; this is as of {}, the last one before it.",
                        leverage.fund.symbol, leverage.index.symbol, isoText(*context.common.asOf),
                        isoText(leverage.asOf)));
    const auto& from = leverage.params.from;
    if (from && *from != leverage.stretch.base)
        notes.push_back(fmt::format("{} is no session of both; returns are measured from {}.", isoText(*from),
                                    isoText(leverage.stretch.base)));
    return notes;
}

Result<Output> runLeverage(const LeverageArguments& arguments, const Context& context) {
    const auto params = paramsOf(arguments, context);
    if (!params)
        return Failure(params.error());
    const std::array symbols{params->fund, params->index, params->large};
    auto market = openMarket(context, symbols);
    if (!market)
        return Failure(market.error());
    const auto leverage = analyseLeverage(market->view, *params);
    if (!leverage)
        return Failure(leverage.error());
    return answer(context, *market, symbols, notesOf(context, *leverage),
                  {[&] { return leverageText(*leverage, market->desk.demo); },
                   [&] { return leverageAsJson(*leverage); }});
}

} // namespace

CommandBody declareLeverage(CLI::App& app) {
    auto arguments = std::make_shared<LeverageArguments>();
    app.description(
        "A leveraged fund against a multiple of its index: naive, with daily reset, and as traded.");
    app.add_option("FUND", arguments->fund, "The fund")->required();
    app.add_option("--index", arguments->index, "The series it follows")->required();
    app.add_option("--times", arguments->times, "Its leverage: 3, -3, 2 …")->required();
    app.add_option("--from", arguments->from,
                   "Measured from this date's close, YYYY-MM-DD; default the last one of the year before");
    app.add_flag("--adjusted", arguments->adjusted, "Dividend-adjusted closes of the fund");
    return [arguments](const Context& context) { return runLeverage(*arguments, context); };
}

} // namespace rotascope::cli
