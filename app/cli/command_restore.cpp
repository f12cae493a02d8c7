#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "db/desk_copy.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <string>

namespace rotascope::cli {

namespace {

/// "20251128T210500Z": now, as part of a file's name.
std::string stampNow() {
    std::string stamp = utcNow();
    std::erase_if(stamp, [](unsigned char c) { return std::isalnum(c) == 0; });
    return stamp;
}

std::string answerText(const RestoredDesk& restored) {
    std::string out = fmt::format("{}: {} instruments, {} imports, checked\n", restored.desk.path,
                                  restored.desk.instruments, restored.desk.imports);
    if (!restored.former.empty())
        out += fmt::format("The desk that was there is now {}\n", restored.former);
    return out;
}

} // namespace

CommandBody declareRestore(CLI::App& app) {
    auto file = std::make_shared<std::string>();
    app.description(
        "Puts a copy of a backup in the desk's place. The backup is checked first; the desk that was "
        "there is kept beside it.");
    app.add_option("FILE", *file, "A file that `rota backup` wrote")->required();
    return [file](const Context& context) -> Result<Output> {
        const auto restored = restoreDesk(*file, context.common.desk, stampNow());
        if (!restored)
            return Failure(restored.error());
        if (!context.common.json)
            return Output{answerText(*restored), {}, 0};
        return Output{
            printed(Json{{"desk", restored->desk.path},
                         {"instruments", restored->desk.instruments},
                         {"imports", restored->desk.imports},
                         {"former", restored->former.empty() ? Json(nullptr) : Json(restored->former)}}),
            {},
            0};
    };
}

} // namespace rotascope::cli
