#include "db/automatic_backup.h"

#include "db/desk_copy.h"
#include "db/desk_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

namespace rotascope {

namespace {

namespace fs = std::filesystem;

/// Numbers have a fixed width, so that names sort by age.
std::string nameOfBackup(std::int64_t imports) {
    return fmt::format("after-import-{:08}.rota", imports);
}

void removeOldest(const fs::path& folder, std::int64_t keep) {
    std::vector<fs::path> made;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (const std::string name = entry.path().filename().string();
            name.starts_with("after-import-") && name.ends_with(".rota"))
            made.push_back(entry.path());
    std::sort(made.begin(), made.end());
    const auto most = static_cast<std::size_t>(std::max<std::int64_t>(keep, 1));
    for (std::size_t i = 0; i + most < made.size(); ++i)
        fs::remove(made[i], error);
}

} // namespace

std::optional<std::string> backUpAfterImports(const sqlite::Connection& desk, std::int64_t every,
                                              std::int64_t keep) {
    const std::int64_t imports = desk.integer("SELECT count(*) FROM import_file");
    if (every <= 0 || imports == 0 || imports % every != 0)
        return std::nullopt;
    const std::string folder = backupFolder(desk.path());
    std::error_code error;
    fs::create_directories(pathFromUtf8(folder), error);
    const std::string path = folder + "/" + nameOfBackup(imports);
    copyDesk(desk, path);
    removeOldest(pathFromUtf8(folder), keep);
    return path;
}

} // namespace rotascope
