#include "db/desk_file.h"

#include "db/migrations/migrations.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string_view>
#include <system_error>

namespace rotascope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeaderBytes = 100;
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};

int bigEndian(const std::array<char, kHeaderBytes>& header, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        value = value << 8 | static_cast<unsigned char>(header[i]);
    return static_cast<int>(value);
}

} // namespace

fs::path pathFromUtf8(const std::string& path) {
    return fs::path(std::u8string(path.begin(), path.end()));
}

DeskFile inspectDeskFile(const std::string& path) {
    std::error_code error;
    const fs::path file = pathFromUtf8(path);
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found)
        return {FileState::Missing, 0};
    if (fs::is_directory(status))
        return {FileState::Folder, 0};
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return {FileState::Unreadable, 0};
    std::array<char, kHeaderBytes> header{};
    stream.read(header.data(), header.size());
    if (stream.gcount() == 0)
        return {FileState::Empty, 0};
    const bool whole = stream.gcount() == static_cast<std::streamsize>(header.size());
    const bool ours = whole && std::string_view(header.data(), kMagic.size()) == kMagic &&
                      bigEndian(header, kApplicationIdAt) == kDeskApplicationId;
    return ours ? DeskFile{FileState::Desk, bigEndian(header, kUserVersionAt)}
                : DeskFile{FileState::Foreign, 0};
}

bool hasPendingLog(const std::string& path) {
    std::error_code error;
    const auto bytes = fs::file_size(pathFromUtf8(path + "-wal"), error);
    return !error && bytes > 0;
}

} // namespace rotascope
