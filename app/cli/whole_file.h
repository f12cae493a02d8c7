// A small file in one piece. Paths are UTF-8 on every system.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rotascope::cli {

/// The most that a table or a pack of one's own may have.
constexpr std::uint64_t kLargestTable = std::uint64_t{16} << 20;
constexpr std::uint64_t kLargestReport = std::uint64_t{64} << 20; ///< bytes; real ones have less than one MB

/// Refuses what cannot be opened, and more than `limit` bytes ("too_large"); `hint` says what such a file
/// looks like.
Result<std::string> wholeFile(const std::string& path, std::uint64_t limit, const std::string& hint);

/// Refuses what is there already ("file_exists"; `hint` says what to name instead); else a complete file or
/// none.
Result<void> writeNewFile(const std::string& path, std::string_view text, const std::string& hint);

} // namespace rotascope::cli
