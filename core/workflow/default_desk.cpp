#include "core/workflow/default_desk.h"

#include <algorithm>
#include <string_view>

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

} // namespace

Result<std::string> userDataFolder(const UserEnvironment& environment) {
    switch (environment.platform) {
    case Platform::Windows: {
        auto folder = below(environment.localAppData, "LOCALAPPDATA", "/Rotascope");
        if (folder)
            std::replace(folder->begin(), folder->end(), '\\', '/');
        return folder;
    }
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
