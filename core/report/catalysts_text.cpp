#include "core/report/catalysts_text.h"

#include "core/report/text_table.h"

#include <fmt/format.h>

namespace rotascope {

std::string catalystsText(const std::vector<Catalyst>& catalysts, Date today, Date last) {
    TextTable table{{"from", "to", "in days", "what", "known from"}, {}};
    for (const Catalyst& row : catalysts) {
        const bool isBand = row.days.first != row.days.last;
        const int days = daysUntil(row, today);
        table.rows.push_back({weekdayDayMonthYear(row.days.first), isBand ? dayMonthYear(row.days.last) : "",
                              days == 0 ? "now" : std::to_string(days), row.name,
                              std::string(infoOf(row.category).rule)});
    }
    std::string text =
        fmt::format("{} to {}\n\n{}", dayMonthYear(today), dayMonthYear(last), alignedText(table, {1, 3, 4}));
    if (last > listedCatalystsEnd())
        text += fmt::format("\nThe list of FOMC meetings ends on {}: import a calendar for later ones.\n",
                            dayMonthYear(listedCatalystsEnd()));
    return text;
}

} // namespace rotascope
