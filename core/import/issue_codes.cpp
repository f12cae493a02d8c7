#include "core/import/issue_codes.h"

#include <array>

namespace rotascope {

namespace {

struct IssueRow {
    IssueCode code;
    std::string_view slug;
    std::string_view sentence;
};

constexpr std::array<IssueRow, 9> kIssues{{
    {IssueCode::NotADate, "not_a_date", "is not a date"},
    {IssueCode::DateOutOfRange, "date_out_of_range", "lies before 1800 or in the future"},
    {IssueCode::NotANumber, "not_a_number", "is not a number"},
    {IssueCode::NotPositive, "not_positive", "is zero or less, which no price is"},
    {IssueCode::WrongFieldCount, "wrong_field_count", "the row has more or fewer cells than the header"},
    {IssueCode::NoTicker, "no_ticker", "the row names no ticker"},
    {IssueCode::DuplicateDate, "duplicate_date", "the date stands more than once, with other values"},
    {IssueCode::Conflict, "conflict", "differs from the stored value"},
    {IssueCode::Replaced, "replaced", "replaces the stored value"},
}};

} // namespace

std::string_view slugOf(IssueCode code) {
    return kIssues[static_cast<std::size_t>(code)].slug;
}

std::string_view sentenceOf(IssueCode code) {
    return kIssues[static_cast<std::size_t>(code)].sentence;
}

void IssueList::add(ImportIssue issue) {
    count();
    if (hasRoom())
        m_listed.push_back(std::move(issue));
}

} // namespace rotascope
