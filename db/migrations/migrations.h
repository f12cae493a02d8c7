// The numbered SQL files of this folder, embedded at build time. A schema change is one new file.
#pragma once

#include <span>

namespace rotascope {

struct Migration {
    int number;      ///< user_version after it
    const char* sql; ///< any number of statements
};

/// Ascending by number, without gaps.
std::span<const Migration> migrations();

/// The user_version of a desk that this program writes.
inline int deskVersion() {
    return migrations().back().number;
}

/// In the header of every desk file, so that a desk is told from any other SQLite file: "Rota".
constexpr int kDeskApplicationId = 0x526F7461;

} // namespace rotascope
