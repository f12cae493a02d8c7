#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/provenance.h"
#include "core/analysis/divergence.h"
#include "core/report/divergence_json.h"
#include "core/report/divergence_text.h"

#include <CLI/CLI.hpp>

#include <array>
#include <memory>

namespace rotascope::cli {

CommandBody declareDivergence(CLI::App& app) {
    auto params = std::make_shared<DivergenceParams>();
    app.description("The pair as of a date: returns, spread, z under six estimates of σ, performance table.");
    app.add_option("--days", params->days, "Sessions of the move (default 5)");
    app.add_flag("--calendar", params->calendar, "Table rows by calendar months instead of sessions");
    return [params](const Context& context) -> Result<Output> {
        params->small = context.common.small;
        params->large = context.common.large;
        const std::array symbols{params->small, params->large};
        auto market = openMarket(context, symbols);
        if (!market)
            return Failure(market.error());
        const auto divergence = analyseDivergence(market->view, *params);
        if (!divergence)
            return Failure(divergence.error());
        return answer(context, *market, symbols, asOfNotes(context, divergence->asOf),
                      {[&] { return divergenceText(*divergence, market->desk.demo); },
                       [&] { return divergenceAsJson(*divergence); }});
    };
}

} // namespace rotascope::cli
