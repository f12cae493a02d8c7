#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/log/desk_events.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace rotascope::cli {

namespace {

std::string answerText(const UndoReceipt& receipt) {
    const auto rows = [](std::uint64_t count) {
        return groupedCount(static_cast<long long>(count)) + (count == 1 ? " row" : " rows");
    };
    std::string out = fmt::format("Import {} taken back: {} removed, {} restored", receipt.importId,
                                  rows(receipt.removed), rows(receipt.restored));
    if (receipt.kept > 0)
        out += fmt::format(", {} kept because a later import holds them too or replaced them",
                           rows(receipt.kept));
    return out + "\n";
}

} // namespace

CommandBody declareUndo(CLI::App& app) {
    auto id = std::make_shared<std::int64_t>(0);
    app.description("Takes one import back: the desk then holds what it would hold without that file.");
    app.add_option("ID", *id, "Number of the import; see `rota imports`")->required();
    return [id](const Context& context) -> Result<Output> {
        auto store = context.openDesk(DeskMode::Write);
        if (!store)
            return Failure(store.error());
        const auto receipt = (*store)->undo(*id, utcNow());
        if (!receipt)
            return Failure(receipt.error());
        std::vector<log::Entry> events{log::undoEvent(context.common.desk, *receipt)};
        if (!context.common.json)
            return Output{answerText(*receipt), {}, 0, std::move(events)};
        return Output{printed(Json{{"import_id", receipt->importId},
                                   {"restored", receipt->restored},
                                   {"removed", receipt->removed},
                                   {"kept", receipt->kept}}),
                      {},
                      0,
                      std::move(events)};
    };
}

} // namespace rotascope::cli
