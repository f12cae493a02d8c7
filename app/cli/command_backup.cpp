#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/base/text.h"
#include "db/desk_copy.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <string>

namespace rotascope::cli {

CommandBody declareBackup(CLI::App& app) {
    auto file = std::make_shared<std::string>();
    app.description("Copies the desk to a new file, also while it is in use, and reads the copy again.");
    app.add_option("FILE", *file, "The new file; an existing one is never replaced")->required();
    return [file](const Context& context) -> Result<Output> {
        const auto copy = backupDesk(context.common.desk, *file);
        if (!copy)
            return Failure(copy.error());
        if (context.common.json)
            return Output{printed(Json{{"desk", context.common.desk},
                                       {"backup", copy->path},
                                       {"bytes", copy->bytes},
                                       {"instruments", copy->instruments},
                                       {"imports", copy->imports},
                                       {"verified", true}}),
                          {},
                          0};
        return Output{fmt::format("{}: {} bytes, {} instruments, {} imports, checked\n", copy->path,
                                  groupedCount(static_cast<long long>(copy->bytes)), copy->instruments,
                                  copy->imports),
                      {},
                      0};
    };
}

} // namespace rotascope::cli
