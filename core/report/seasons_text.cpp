#include "core/report/seasons_text.h"

#include "core/analysis/seasons/seasons_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/report/relative_text.h"
#include "core/report/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace rotascope {

namespace {

constexpr unsigned kMonths = 12;

std::string cell(double spread) {
    return std::isnan(spread) ? "" : signedNumber(spread * 100, 1);
}

/// Rows of months by year; the whole year in the last column.
std::map<int, std::vector<std::string>> cellsByYear(const Seasons& s) {
    std::map<int, std::vector<std::string>> rows;
    const auto row = [&rows](int year) -> std::vector<std::string>& {
        auto& cells = rows[year];
        if (cells.empty()) {
            cells.resize(kMonths + 2);
            cells.front() = std::to_string(year);
        }
        return cells;
    };
    for (const CalendarReturn& month : s.months)
        row(month.year)[month.month] = cell(month.spread());
    for (const CalendarReturn& year : s.years)
        row(year.year)[kMonths + 1] = cell(year.spread());
    return rows;
}

TextTable heatTable(const Seasons& s) {
    TextTable table{{"year"}, {}};
    for (unsigned month = 1; month <= kMonths; ++month)
        table.headings.emplace_back(monthName(month));
    table.headings.emplace_back("year");
    for (auto& [year, cells] : cellsByYear(s))
        table.rows.push_back(std::move(cells));
    return table;
}

std::string claimText(const Seasons& s) {
    if (!s.claim)
        return {};
    std::string text = fmt::format("\n\"{} consecutive years of {}, {} to {}\"\n",
                                   s.claim->lastYear - s.claim->firstYear + 1, s.params.large,
                                   s.claim->firstYear, s.claim->lastYear);
    for (const std::string& verdict : s.claim->verdicts(s.params.small, s.params.large))
        text += "  " + verdict + "\n";
    return text;
}

} // namespace

std::string seasonsReport(const Seasons& s, bool isDemo) {
    std::string text = fmt::format("Seasons of {} − {} · as of {}{}\n\n", s.params.small, s.params.large,
                                   weekdayDayMonthYear(s.asOf), demoMark(isDemo));
    for (const std::string& sentence : seasonsInWords(s))
        text += sentence + "\n";
    return text + claimText(s) +
           fmt::format("\n{} − {} by month and year, percentage points (the last of each is running)\n",
                       s.params.small, s.params.large) +
           alignedText(heatTable(s));
}

} // namespace rotascope
