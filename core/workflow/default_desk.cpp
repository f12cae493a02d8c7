#include "core/workflow/default_desk.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace rotascope {

namespace {

Failure noHome(std::string_view variable) {
    return usageError("no_home", "The environment does not name a home folder (" + std::string(variable) +
                                     " is empty). Name the desk file to open instead.");
}

Result<std::string> below(const std::string& folder, std::string_view variable, std::string_view rest) {
    if (folder.empty())
        return noHome(variable);
    std::string path = folder;
    while (path.size() > 1 && (path.back() == '/' || path.back() == '\\'))
        path.pop_back();
    return path.append(rest);
}

/// A backslash separates on Windows alone; elsewhere it is a letter like any other.
Result<std::string> withSlashes(Result<std::string> path, Platform platform) {
    if (path && platform == Platform::Windows)
        std::replace(path->begin(), path->end(), '\\', '/');
    return path;
}

} // namespace

std::string portableFolderAt(const std::string& programFolder) {
    if (programFolder.empty())
        return {};
    const std::string mark = programFolder + "/portable.txt";
    std::error_code error;
    return std::filesystem::is_regular_file(std::u8string(mark.begin(), mark.end()), error) ? programFolder
                                                                                            : std::string();
}

Result<std::string> userDataFolder(const UserEnvironment& environment) {
    if (!environment.portableFolder.empty())
        return withSlashes(below(environment.portableFolder, {}, "/data"), environment.platform);
    switch (environment.platform) {
    case Platform::Windows:
        return withSlashes(below(environment.localAppData, "LOCALAPPDATA", "/Rotascope"),
                           environment.platform);
    case Platform::MacOs:
        return below(environment.home, "HOME", "/Library/Application Support/Rotascope");
    case Platform::Linux:
        break;
    }
    if (environment.xdgDataHome.starts_with('/'))
        return below(environment.xdgDataHome, "XDG_DATA_HOME", "/rotascope");
    return below(environment.home, "HOME", "/.local/share/rotascope");
}

Result<std::string> defaultDeskPath(const UserEnvironment& environment) {
    auto folder = userDataFolder(environment);
    if (!folder)
        return folder;
    return *folder + "/desk.rota";
}

} // namespace rotascope
