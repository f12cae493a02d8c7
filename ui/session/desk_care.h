// What keeps a desk safe. Given by the composition root, called on the thread that has the time.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>

namespace rotascope {

/// Each tells in a sentence what it did or found.
struct DeskCare {
    std::function<Result<std::string>(const std::string& desk, const std::string& to)> backUp;
    /// What was there is kept beside it under a name with `stamp`.
    std::function<Result<std::string>(const std::string& desk, const std::string& backup,
                                      const std::string& stamp)>
        restore;
    std::function<Result<std::string>(const std::string& desk)> check;
};

} // namespace rotascope
