#include "core/workflow/write_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <system_error>

namespace rotascope {

namespace {

namespace fs = std::filesystem;

fs::path pathOf(const std::string& utf8) {
    return {std::u8string(utf8.begin(), utf8.end())};
}

Failure cannotWrite(const std::string& path, std::string_view why) {
    return deskError("cannot_write",
                     fmt::format("{} could not be written: {}. What stood there is unchanged.", path, why));
}

bool written(const fs::path& part, std::string_view text) {
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close(); // a full disk may show only here
    return static_cast<bool>(file);
}

} // namespace

Result<void> checkMayWrite(const std::string& path, Existing existing) {
    std::error_code error;
    const fs::path file = pathOf(path);
    if (fs::is_directory(file, error))
        return refused("is_directory", fmt::format("{} is a folder. Name a file.", path));
    const fs::path folder = file.parent_path();
    if (!folder.empty() && !fs::is_directory(folder, error))
        return refused("no_folder", fmt::format("There is no folder for {}. Make it first.", path));
    if (existing == Existing::Keep && fs::exists(file, error))
        return refused(
            "file_exists",
            fmt::format("{} exists already. Name another file, or replace it with --force.", path));
    return {};
}

Result<void> writeWhole(const std::string& path, std::string_view text, Existing existing) {
    if (const auto may = checkMayWrite(path, existing); !may)
        return may;
    const fs::path part = pathOf(path + ".part");
    std::error_code error;
    if (!written(part, text)) {
        fs::remove(part, error);
        return cannotWrite(path, "the folder is not writable or the disk is full");
    }
    fs::rename(part, pathOf(path), error);
    if (!error)
        return {};
    const std::string why = error.message();
    fs::remove(part, error);
    return cannotWrite(path, why);
}

} // namespace rotascope
