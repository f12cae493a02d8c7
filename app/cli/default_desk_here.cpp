#include "app/cli/default_desk_here.h"

#include "app/cli/process.h"
#include "core/workflow/default_desk.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace rotascope::cli {

namespace {

UserEnvironment environmentHere() {
    UserEnvironment environment;
    environment.home = environmentVariable("HOME");
    environment.xdgDataHome = environmentVariable("XDG_DATA_HOME");
    environment.localAppData = environmentVariable("LOCALAPPDATA");
    environment.portableFolder = portableFolderAt(programFolder());
    return environment;
}

} // namespace

std::string userFolderHere() {
    return userDataFolder(environmentHere()).value_or("");
}

Result<std::string> defaultDeskHere() {
    const auto path = defaultDeskPath(environmentHere());
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
