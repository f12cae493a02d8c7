// What a desk's file looks like from outside, before SQLite is let near it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace rotascope {

enum class FileState : std::uint8_t {
    Missing,
    Empty, ///< no bytes: may become a desk
    Folder,
    Unreadable, ///< there, but reading is not allowed
    Foreign,    ///< another kind of file, or another program's SQLite file
    Desk
};

struct DeskFile {
    FileState state = FileState::Missing;
    int version = 0; ///< user_version in the header
};

std::filesystem::path pathFromUtf8(const std::string& path);

/// Reads the first hundred bytes (the SQLite file format, section 1.3).
DeskFile inspectDeskFile(const std::string& path);

/// Whether the write-ahead log beside the desk holds changes.
bool hasPendingLog(const std::string& path);

} // namespace rotascope
