// Several Qt Test suites in one executable: each file ends with ROTASCOPE_SUITE(Class), run_suites.cpp is the
// main.
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace rotascope::test {

using SuiteMaker = std::function<std::unique_ptr<QObject>()>;

inline std::vector<SuiteMaker>& suites() {
    static std::vector<SuiteMaker> all;
    return all;
}

struct SuiteEntry {
    explicit SuiteEntry(SuiteMaker maker) { suites().push_back(std::move(maker)); }
};

} // namespace rotascope::test

#define ROTASCOPE_SUITE(Class)                                                                               \
    static const rotascope::test::SuiteEntry entryOf##Class([] { return std::make_unique<Class>(); });
