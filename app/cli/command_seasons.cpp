#include "app/cli/commands.h"
#include "app/cli/provenance.h"
#include "core/analysis/seasons/seasons.h"
#include "core/base/text.h"
#include "core/report/seasons_json.h"
#include "core/report/seasons_text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace rotascope::cli {

namespace {

constexpr double kFirstYear = 1800;
constexpr double kLastYear = 2200;

struct SeasonArguments {
    int window = 63;
    std::string dominance;
};

/// 0 for anything else.
int yearIn(std::string_view text) {
    const double number = parseNumber(text).value_or(0);
    const bool isYear = number >= kFirstYear && number <= kLastYear && number == std::floor(number);
    return isYear ? static_cast<int>(number) : 0;
}

/// "2011-2024"
Result<std::optional<YearRange>> yearsIn(const std::string& text) {
    if (text.empty())
        return std::optional<YearRange>{};
    const std::size_t dash = std::min(text.find('-'), text.size());
    const YearRange years{yearIn(std::string_view(text).substr(0, dash)),
                          yearIn(std::string_view(text).substr(std::min(dash + 1, text.size())))};
    if (years.first == 0 || years.last == 0)
        return usageError("bad_years",
                          fmt::format("--dominance \"{}\" is not two years; write 2011-2024.", text));
    return std::optional(years);
}

Result<Output> runSeasons(const SeasonArguments& arguments, const Context& context) {
    const auto years = yearsIn(arguments.dominance);
    if (!years)
        return Failure(years.error());
    const SeasonParams params{context.common.small, context.common.large,
                              static_cast<std::size_t>(std::max(arguments.window, 0)), *years};
    const std::array symbols{params.small, params.large};
    auto market = openMarket(context, symbols);
    if (!market)
        return Failure(market.error());
    const auto seasons = analyseSeasons(market->view, params);
    if (!seasons)
        return Failure(seasons.error());
    return answer(context, *market, symbols, asOfNotes(context, seasons->asOf),
                  {[&] { return seasonsReport(*seasons, market->desk.demo); },
                   [&] { return seasonsAsJson(*seasons); }});
}

} // namespace

CommandBody declareSeasons(CLI::App& app) {
    auto arguments = std::make_shared<SeasonArguments>();
    app.description("The pair by month and year: streaks, year-ends and what became of them, the same weeks "
                    "of other years, long spans.");
    app.add_option("--window", arguments->window,
                   "Sessions of the window held against other years (default 63)");
    app.add_option("--dominance", arguments->dominance,
                   "Checks a claim of consecutive years of the large leg, such as 2011-2024");
    return [arguments](const Context& context) { return runSeasons(*arguments, context); };
}

} // namespace rotascope::cli
