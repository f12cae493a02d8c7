#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/log/desk_events.h"
#include "core/base/text.h"
#include "core/demo/demo_market.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace rotascope::cli {

CommandBody declareDemo(CLI::App& app) {
    app.description("Fills an empty desk with a synthetic market (fixed seed, marked DEMO everywhere).\n"
                    "A desk that holds anything is refused.");
    return [](const Context& context) -> Result<Output> {
        auto store = context.openDesk(DeskMode::Create);
        if (!store)
            return Failure(store.error());
        const auto fill = fillDemoDesk(**store, utcNow(), context.progress);
        if (!fill)
            return Failure(fill.error());
        std::vector<log::Entry> events{log::demoEvent(context.common.desk)};
        if (context.common.json)
            return Output{
                printed(
                    Json{{"demo", true}, {"instruments", fill->instruments}, {"sessions", fill->sessions}}),
                {},
                0,
                std::move(events)};
        return Output{fmt::format("DEMO: {} synthetic instruments, {} sessions, in {}\n", fill->instruments,
                                  groupedCount(static_cast<long long>(fill->sessions)), context.common.desk),
                      {},
                      0,
                      std::move(events)};
    };
}

} // namespace rotascope::cli
