#include "db/desk_place.h"

#include "db/desk_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <system_error>

#if defined(__linux__)
#include <sys/vfs.h>
#elif defined(__APPLE__)
#include <sys/mount.h>
#include <sys/param.h>
#elif defined(_WIN32)
#include <windows.h>
#endif

namespace rotascope {

namespace {

struct SynchronisedFolder {
    std::string_view begins; ///< a folder's name begins so
    std::string_view service;
};

constexpr std::array kSynchronised{
    SynchronisedFolder{"OneDrive", "OneDrive"},
    SynchronisedFolder{"Dropbox", "Dropbox"},
    SynchronisedFolder{"Mobile Documents", "iCloud Drive"},
    SynchronisedFolder{"com~apple~CloudDocs", "iCloud Drive"},
    SynchronisedFolder{"iCloud", "iCloud Drive"},
    SynchronisedFolder{"Google Drive", "Google Drive"},
    SynchronisedFolder{"GoogleDrive", "Google Drive"},
    SynchronisedFolder{"Nextcloud", "Nextcloud"},
    SynchronisedFolder{"ownCloud", "ownCloud"},
};

#if defined(__linux__)
struct NetworkDrive {
    std::uint32_t magic; ///< of statfs(2)
    std::string_view name;
};
constexpr std::array kNetworkDrives{NetworkDrive{0x6969, "NFS"},      NetworkDrive{0x517B, "SMB"},
                                    NetworkDrive{0xFF534D42, "SMB"},  NetworkDrive{0xFE534D42, "SMB"},
                                    NetworkDrive{0x01021997, "9p"},   NetworkDrive{0x5346414F, "AFS"},
                                    NetworkDrive{0x73757245, "Coda"}, NetworkDrive{0x00C36400, "Ceph"}};

std::string_view networkDriveOf(const std::string& folder) {
    struct statfs system {};
    if (statfs(folder.c_str(), &system) != 0)
        return {};
    for (const NetworkDrive& drive : kNetworkDrives)
        if (static_cast<std::uint32_t>(system.f_type) == drive.magic)
            return drive.name;
    return {};
}
#elif defined(__APPLE__)
std::string_view networkDriveOf(const std::string& folder) {
    struct statfs system {};
    const bool known = statfs(folder.c_str(), &system) == 0;
    return known && (system.f_flags & MNT_LOCAL) == 0 ? "network" : std::string_view{};
}
#else
// A share by its own name, or one that has been given a letter.
std::string_view networkDriveOf(const std::string& folder) {
    const bool share = folder.starts_with("\\\\") || folder.starts_with("//");
    const auto root = pathFromUtf8(folder).root_path();
    return share || GetDriveTypeW(root.c_str()) == DRIVE_REMOTE ? "network" : std::string_view{};
}
#endif

std::string folderOf(const std::string& path) {
    std::error_code error;
    const auto whole = std::filesystem::weakly_canonical(pathFromUtf8(path), error);
    const auto text = (error ? pathFromUtf8(path) : whole).parent_path().u8string();
    return text.empty() ? "." : std::string(text.begin(), text.end());
}

} // namespace

std::string_view synchronisedBy(std::string_view path) {
    while (!path.empty()) {
        const std::size_t end = std::min(path.find_first_of("/\\"), path.size());
        const std::string_view name = path.substr(0, end);
        path.remove_prefix(std::min(end + 1, path.size()));
        for (const SynchronisedFolder& row : kSynchronised)
            if (name.starts_with(row.begins))
                return row.service;
    }
    return {};
}

std::optional<std::string> placeWarning(const std::string& path) {
    const std::string folder = folderOf(path);
    if (const auto service = synchronisedBy(folder); !service.empty())
        return fmt::format(
            "{} lies in a folder that {} synchronises. A desk that is copied while it is written "
            "may be damaged: keep it in a folder of your own, and put backups there instead.",
            path, service);
    if (const auto drive = networkDriveOf(folder); !drive.empty())
        return fmt::format(
            "{} lies on a network drive ({}), where locks may not hold. Use it from one machine "
            "at a time, or keep it on a local disk and put backups there instead.",
            path, drive);
    return std::nullopt;
}

} // namespace rotascope
