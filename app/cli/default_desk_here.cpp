#include "app/cli/default_desk_here.h"

#include "core/workflow/default_desk.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace rotascope::cli {

namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

} // namespace

Result<std::string> defaultDeskHere() {
    UserEnvironment environment;
    environment.home = variable("HOME");
    environment.xdgDataHome = variable("XDG_DATA_HOME");
    environment.localAppData = variable("LOCALAPPDATA");
    const auto path = defaultDeskPath(environment);
    if (!path)
        return path;
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::u8path(*path).parent_path(), error);
    if (error)
        return deskError("cannot_open",
                         fmt::format("The folder of {} could not be made: {}. Name another desk with --db.",
                                     *path, error.message()));
    return path;
}

} // namespace rotascope::cli
