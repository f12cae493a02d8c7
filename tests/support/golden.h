// Texts that were looked at once and must stay as they are. They lie in tests/data/golden; its README says
// how to renew them.
#pragma once

#include <QTest>

#include <fstream>
#include <sstream>
#include <string>

namespace rotascope::test {

inline std::string goldenPath(const std::string& name) {
    return std::string(ROTASCOPE_TEST_DATA) + "/golden/" + name;
}

inline std::string goldenText(const std::string& name) {
    std::ifstream file(goldenPath(name), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The first line in which two texts differ, both versions of it; empty when there is none.
inline std::string firstDifferentLine(const std::string& actual, const std::string& wanted) {
    std::istringstream a(actual), b(wanted);
    std::string lineA, lineB;
    for (int number = 1;; ++number) {
        const bool moreA = static_cast<bool>(std::getline(a, lineA));
        const bool moreB = static_cast<bool>(std::getline(b, lineB));
        if (!moreA && !moreB)
            return {};
        if (moreA != moreB || lineA != lineB)
            return "line " + std::to_string(number) + " is\n  " + (moreA ? lineA : "(missing)") +
                   "\ninstead of\n  " + (moreB ? lineB : "(nothing)");
    }
}

/// Fails where `actual` differs from the golden text, or writes it with ROTASCOPE_WRITE_GOLDEN set.
inline void compareWithGolden(const std::string& actual, const std::string& name) {
    if (qEnvironmentVariableIsSet("ROTASCOPE_WRITE_GOLDEN")) {
        std::ofstream(goldenPath(name), std::ios::binary) << actual;
        QSKIP("The golden text was written, not checked. Look at the difference before committing it.");
    }
    const std::string difference = firstDifferentLine(actual, goldenText(name));
    QVERIFY2(difference.empty(), (name + ": " + difference).c_str());
}

} // namespace rotascope::test
