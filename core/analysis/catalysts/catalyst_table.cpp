#include "core/analysis/catalysts/catalyst_table.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace rotascope {

namespace {

using namespace std::chrono;

constexpr std::string_view kFomc = "fomc";
constexpr std::string_view kFomcSource = "the Federal Reserve's published meetings";

/// ★ Last days of the FOMC's scheduled meetings, as the Federal Reserve published them.
struct MeetingYear {
    int year;
    std::array<month_day, 8> days;
};
constexpr std::array<MeetingYear, 4> kMeetings{{
    {2024,
     {January / 31, March / 20, May / 1, June / 12, July / 31, September / 18, November / 7, December / 18}},
    {2025,
     {January / 29, March / 19, May / 7, June / 18, July / 30, September / 17, October / 29, December / 10}},
    {2026,
     {January / 28, March / 18, April / 29, June / 17, July / 29, September / 16, October / 28,
      December / 9}},
    {2027,
     {January / 27, March / 17, April / 28, June / 9, July / 28, September / 15, October / 27, December / 8}},
}};

CatalystTable meetings() {
    CatalystTable out;
    for (const MeetingYear& row : kMeetings)
        for (const month_day day : row.days)
            out.push_back({std::string(kFomc),
                           Date{year{row.year} / day.month() / day.day()},
                           {},
                           std::string(kFomcSource)});
    return out;
}

year_month monthIn(Date date) {
    const year_month_day day{date};
    return day.year() / day.month();
}

} // namespace

std::string catalystId(std::string_view name) {
    return toLower(trimmed(name));
}

const CatalystTable& builtInCatalysts() {
    static const CatalystTable table = meetings();
    return table;
}

std::optional<DateRange> listedRange(const CatalystTable& table, std::string_view category) {
    std::optional<DateRange> range;
    for (const ListedCatalyst& row : table) {
        if (row.category != category)
            continue;
        range = range ? DateRange{std::min(range->first, row.date), std::max(range->last, row.date)}
                      : DateRange{row.date, row.date};
    }
    return range;
}

bool isListedOver(const CatalystTable& own, std::string_view category, Date date) {
    const auto range = listedRange(own, category);
    return range && monthIn(date) >= monthIn(range->first) && monthIn(date) <= monthIn(range->last);
}

CatalystTable catalystsInForce(const CatalystTable& own) {
    CatalystTable out = own;
    for (const ListedCatalyst& row : builtInCatalysts())
        if (!isListedOver(own, row.category, row.date))
            out.push_back(row);
    std::sort(out.begin(), out.end(), [](const ListedCatalyst& a, const ListedCatalyst& b) {
        return std::tie(a.category, a.date, a.name, a.source) <
               std::tie(b.category, b.date, b.name, b.source);
    });
    return out;
}

} // namespace rotascope
