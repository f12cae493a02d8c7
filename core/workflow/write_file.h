// A file written whole or not at all.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rotascope {

enum class Existing : std::uint8_t { Keep, Replace };

/// Refuses a file that is there ("file_exists") unless it may be replaced, and a name that is a folder or
/// lies in none ("is_directory", "no_folder").
Result<void> checkMayWrite(const std::string& path, Existing existing);

/// Writes beside the file and renames, so that nobody ever sees half of it: when the disk is full or the
/// folder cannot be written to ("cannot_write"), what stood there stands unchanged and no part is left.
Result<void> writeWhole(const std::string& path, std::string_view text, Existing existing);

} // namespace rotascope
