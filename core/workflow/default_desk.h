// Where this user's data lives when no desk is named. One rule for the window and the command line.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace rotascope {

enum class Platform : std::uint8_t { Linux, MacOs, Windows };

#if defined(_WIN32)
constexpr Platform kThisPlatform = Platform::Windows;
#elif defined(__APPLE__)
constexpr Platform kThisPlatform = Platform::MacOs;
#else
constexpr Platform kThisPlatform = Platform::Linux;
#endif

/// What the rule needs to know of the process environment; the caller reads it, in UTF-8. Empty: not set.
struct UserEnvironment {
    Platform platform = kThisPlatform;
    std::string home;           ///< HOME
    std::string xdgDataHome;    ///< XDG_DATA_HOME; ignored unless absolute, as the specification asks
    std::string localAppData;   ///< LOCALAPPDATA
    std::string portableFolder; ///< portableFolderAt() the program's own folder
};

/// `programFolder` when a file named portable.txt lies in it: the program then keeps its data beside itself.
/// Empty otherwise.
std::string portableFolderAt(const std::string& programFolder);

/// The per-user data folder, with '/' between its parts: $XDG_DATA_HOME/rotascope or
/// ~/.local/share/rotascope,
/// ~/Library/Application Support/Rotascope, %LOCALAPPDATA%/Rotascope. Not created here.
/// With a portable folder that one's "data", whatever the platform.
/// Refuses with kind Usage ("no_home") when the variable that decides is not set.
Result<std::string> userDataFolder(const UserEnvironment& environment);

/// "desk.rota" in that folder: the desk that opens when none is named.
Result<std::string> defaultDeskPath(const UserEnvironment& environment);

} // namespace rotascope
