// Looks a whole desk through: the file, its references, and whether the books balance. A new rule is one row
// of the table in check_desk.cpp.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rotascope {

struct DeskFinding {
    std::string rule;        ///< "file", "references", "series_counts", …
    std::uint64_t count = 0; ///< how many rows break it
    std::string message;     ///< what is wrong, in words
    bool damage = false;     ///< the file itself: restore a backup
};

struct DeskCheck {
    std::vector<DeskFinding> findings;
    std::uint64_t rules = 0; ///< how many were looked at
    std::uint64_t bytes = 0; ///< of the file
};

/// Changes nothing. Fails as openDesk() does where the file is no desk.
Result<DeskCheck> checkDesk(const std::string& path);

} // namespace rotascope
