// Backups that a desk makes of itself after so many imports.
#pragma once

#include "db/sqlite/connection.h"

#include <cstdint>
#include <optional>
#include <string>

namespace rotascope {

/// When the number of imports has reached a multiple of `every` (0: never): writes after-import-N.rota into
/// the desk's backup folder and removes the oldest beyond `keep`. Throws StoreFailure.
std::optional<std::string> backUpAfterImports(const sqlite::Connection& desk, std::int64_t every,
                                              std::int64_t keep);

} // namespace rotascope
