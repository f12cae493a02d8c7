// Two results, value by value.
#pragma once

#include "core/report/json.h"

#include <string>
#include <vector>

namespace rotascope {

/// `then` or `now` is null where the value is on one side alone; null on both never is a difference.
struct ValueDifference {
    std::string path; ///< "divergence.z.expanding", "flows.league[IWM].flow_usd", "events.list[3].z"
    Json then;
    Json now;

    bool operator==(const ValueDifference&) const = default;
};

/// Every value that differs, in the order of `then`. Rows of a list are matched by what names them (symbol,
/// name, date …) where that is unique in both, else by their place. Numbers differ when a digit does.
std::vector<ValueDifference> differencesOf(const Json& then, const Json& now);

} // namespace rotascope
