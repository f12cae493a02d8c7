// ★ What can be wrong with a row or a cell of a file.
#pragma once

#include "core/store/records.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

enum class IssueCode : std::uint8_t {
    NotADate,
    DateOutOfRange,
    NotANumber,
    NotPositive,
    WrongFieldCount,
    NoTicker,
    DuplicateDate,
    Conflict,
    Replaced
};

/// The stable name for programs: "not_a_date", "duplicate_date", …
std::string_view slugOf(IssueCode code);

/// What is wrong, in words.
std::string_view sentenceOf(IssueCode code);

/// The issues of one file: the first kListedIssues in full, all of them counted.
class IssueList {
public:
    /// Whether the next issue will be listed; when not, its text need not be made.
    bool hasRoom() const { return m_listed.size() < kListedIssues; }
    void count() { ++m_count; }
    void add(ImportIssue issue);

    const std::vector<ImportIssue>& listed() const { return m_listed; }
    std::uint64_t total() const { return m_count; }

private:
    std::vector<ImportIssue> m_listed;
    std::uint64_t m_count = 0;
};

} // namespace rotascope
