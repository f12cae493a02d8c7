// A small file in one piece.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace rotascope::cli {

/// Refuses what cannot be opened, and more than `limit` bytes ("too_large"); `hint` says what such a file
/// looks like.
Result<std::string> wholeFile(const std::string& path, std::uint64_t limit, const std::string& hint);

} // namespace rotascope::cli
