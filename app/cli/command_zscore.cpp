#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/analysis/divergence.h"
#include "core/report/divergence_json.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <memory>

namespace rotascope::cli {

namespace {

struct ZscoreArguments {
    std::string sigma = "expanding";
    std::string from;
    std::string to;
    int days = 5;
};

Result<std::optional<Date>> dateArgument(const std::string& option, const std::string& text) {
    if (text.empty())
        return std::optional<Date>{};
    if (const auto date = parseIsoDate(text))
        return date;
    return usageError("bad_date",
                      fmt::format("{} \"{}\" is not a date. Write it as YYYY-MM-DD.", option, text));
}

struct ZscoreQuery {
    SigmaMode mode = SigmaMode::Expanding;
    HistoryRange range;
};

Result<ZscoreQuery> queryOf(const ZscoreArguments& arguments) {
    const auto mode = sigmaModeNamed(arguments.sigma);
    if (!mode) {
        std::string names;
        for (const SigmaModeInfo& info : kSigmaModes)
            names += (names.empty() ? "" : ", ") + std::string(info.id);
        return usageError("unknown_sigma",
                          fmt::format("--sigma \"{}\" is none of {}.", arguments.sigma, names));
    }
    const auto from = dateArgument("--from", arguments.from);
    if (!from)
        return Failure(from.error());
    const auto to = dateArgument("--to", arguments.to);
    if (!to)
        return Failure(to.error());
    if (*from && *to && **to < **from)
        return usageError("empty_range",
                          fmt::format("--to {} is before --from {}.", arguments.to, arguments.from));
    return ZscoreQuery{*mode, {*from, *to}};
}

} // namespace

CommandBody declareZscore(CLI::App& app) {
    auto arguments = std::make_shared<ZscoreArguments>();
    app.description(
        "History of returns, spread and its z on the pair's common sessions, as CSV (or JSON with --json).");
    app.add_option("--sigma", arguments->sigma,
                   "in_sample, expanding (default), rolling_252, rolling_756, mad or ewma_94");
    app.add_option("--from", arguments->from, "First date, YYYY-MM-DD");
    app.add_option("--to", arguments->to, "Last date, YYYY-MM-DD");
    app.add_option("--days", arguments->days, "Sessions of the move (default 5)");
    return [arguments](const Context& context) -> Result<Output> {
        const auto query = queryOf(*arguments);
        if (!query)
            return Failure(query.error());
        const DivergenceParams params{context.common.small, context.common.large, arguments->days, false};
        const auto market = openMarket(context, std::array{params.small, params.large});
        if (!market)
            return Failure(market.error());
        const auto divergence = analyseDivergence(market->view, params);
        if (!divergence)
            return Failure(divergence.error());
        Output output;
        output.notes = asOfNotes(context, divergence->asOf);
        if (!context.common.json) {
            output.text = (market->desk.demo ? "# DEMO: every value is synthetic\n" : "") +
                          zscoreCsv(*divergence, query->mode, query->range);
            return output;
        }
        Json object = zscoreAsJson(*divergence, query->mode, query->range);
        object["demo"] = market->desk.demo;
        output.text = printed(object);
        return output;
    };
}

} // namespace rotascope::cli
