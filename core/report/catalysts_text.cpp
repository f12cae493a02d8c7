#include "core/report/catalysts_text.h"

#include "core/report/text_table.h"

#include <fmt/format.h>

namespace rotascope {

std::vector<std::string> catalystGaps(const std::vector<CatalystList>& lists, Date last) {
    std::vector<std::string> out;
    for (const CatalystList& list : lists) {
        if (!list.listed)
            out.push_back(fmt::format("No dates of {} are listed.", list.label));
        else if (!list.goesOn && list.listed->last < last)
            out.push_back(
                fmt::format("The list of {} ends on {}.", list.label, dayMonthYear(list.listed->last)));
    }
    return out;
}

NamedTable catalystTable(const std::vector<Catalyst>& catalysts, Date today) {
    TextTable table{{"from", "to", "in days", "what", "known from"}, {}};
    for (const Catalyst& row : catalysts) {
        const bool isBand = row.days.first != row.days.last;
        const int days = daysUntil(row, today);
        table.rows.push_back({weekdayDayMonthYear(row.days.first), isBand ? dayMonthYear(row.days.last) : "",
                              days == 0 ? "now" : std::to_string(days), row.name,
                              row.source.empty() ? std::string(infoOf(row.category).rule) : row.source});
    }
    return {"catalysts", "What is coming", std::move(table), {1, 3, 4}};
}

std::string catalystsText(const std::vector<Catalyst>& catalysts, Date today, Date last,
                          const std::vector<CatalystList>& lists) {
    std::string text = fmt::format("{} to {}\n\n{}", dayMonthYear(today), dayMonthYear(last),
                                   alignedText(catalystTable(catalysts, today)));
    const auto gaps = catalystGaps(lists, last);
    if (!gaps.empty())
        text += fmt::format("\n{}\nAdd dates: rota calendar --export FILE.csv, edit, rota calendar --save "
                            "FILE.csv; or import a calendar.\n",
                            fmt::join(gaps, "\n"));
    return text;
}

} // namespace rotascope
