#include "core/report/yields_text.h"

#include "core/analysis/wording.h"
#include "core/analysis/yields/yield_wording.h"
#include "core/base/text.h"
#include "core/report/relative_text.h"
#include "core/report/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace rotascope {

namespace {

/// The last week ends that any row has, ascending.
std::vector<Date> weekEnds(const YieldTable& table, std::size_t weeks) {
    std::set<Date> ends;
    for (const YieldHistory& row : table.rows)
        for (const YieldWeek& week : row.weeks)
            ends.insert(week.end);
    std::vector<Date> out(ends.begin(), ends.end());
    out.erase(out.begin(), out.end() - static_cast<std::ptrdiff_t>(std::min(weeks, out.size())));
    return out;
}

TextTable weekTable(const YieldTable& table, std::size_t weeks) {
    TextTable out{{"week to"}, {}};
    for (const YieldHistory& row : table.rows)
        if (!row.weeks.empty())
            out.headings.insert(out.headings.end(), {std::string(row.info.label), "change", "in a row"});
    for (const Date end : weekEnds(table, weeks)) {
        std::vector<std::string> cells{dayMonthYear(end)};
        for (const YieldHistory& row : table.rows) {
            if (row.weeks.empty())
                continue;
            const YieldWeek* week = row.week(end);
            cells.push_back(week ? groupedNumber(week->value, 2) : "–");
            cells.push_back(week ? basisPointsText(week->changeBp) : "–");
            cells.push_back(week ? signedNumber(week->streak, 0) : "–");
        }
        out.rows.push_back(std::move(cells));
    }
    return out;
}

std::string sharePercent(double share) {
    const std::string number = groupedNumber(share * 100, 0);
    return std::isnan(share) ? number : number + " %";
}

TextTable bucketTable(const YieldStudy& study) {
    TextTable out{{"week's change", "weeks", study.params.small, study.params.large, "spread", "ahead",
                   "95 % interval"},
                  {}};
    for (const YieldBucket& b : study.link->buckets)
        out.rows.push_back(
            {bucketText(b), groupedCount(static_cast<long long>(b.n)), percentText(b.small),
             percentText(b.large), pointsText(b.spread), sharePercent(b.ahead),
             fmt::format("{} to {}", sharePercent(b.aheadInterval.low), sharePercent(b.aheadInterval.high))});
    return out;
}

std::string missingText(const YieldTable& table) {
    std::string text;
    for (const YieldHistory& row : table.rows)
        if (!row.missing.empty())
            text += fmt::format("  {}: {}\n", row.info.label, row.missing);
    return text.empty() ? text : "\nMissing\n" + text;
}

} // namespace

std::string yieldsReport(const YieldStudy& study, std::size_t weeks, bool isDemo) {
    std::string text = fmt::format("Yields by week · as of {}{}\n\n", weekdayDayMonthYear(study.table.asOf),
                                   demoMark(isDemo));
    text += alignedText(weekTable(study.table, weeks)) + "\n";
    for (const std::string& sentence : yieldsInWords(study))
        text += sentence + "\n";
    if (study.link)
        text += "\n" + alignedText(bucketTable(study));
    return text + missingText(study.table) +
           "\nWeeks from Saturday to Friday, each series on its own last day · another vendor's fixing may "
           "differ by some basis points\n";
}

} // namespace rotascope
