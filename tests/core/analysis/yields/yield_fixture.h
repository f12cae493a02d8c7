// Weeks made up for tests of yields.
#pragma once

#include "tests/core/analysis/trend/trend_fixture.h"

#include <vector>

namespace rotascope::test {

/// Fridays from 5 Jan 2024.
inline std::vector<Date> fridays(std::size_t count) {
    std::vector<Date> out;
    for (Date date = *makeDate(2024, 1, 5); out.size() < count; date += std::chrono::days{7})
        out.push_back(date);
    return out;
}

} // namespace rotascope::test
