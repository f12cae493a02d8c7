// Takes one import back. The desk is left as if the file had never been imported and every other standing
// one had: each date that the import wrote is told again from what the other files said of it, in their
// order.
#pragma once

#include "core/store/market_store.h"
#include "db/sqlite/connection.h"

#include <cstdint>
#include <string>

namespace rotascope {

/// Inside the caller's transaction. Throws StoreFailure; refuses an unknown import, one that was taken back
/// before, and one whose values a file imported by desk version 1 may share.
UndoReceipt undoImport(const sqlite::Connection& desk, std::int64_t importId, const std::string& undoneAt);

} // namespace rotascope
