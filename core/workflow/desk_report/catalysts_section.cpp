#include "core/report/catalysts_json.h"
#include "core/report/catalysts_text.h"
#include "core/workflow/desk_report/section_catalogue.h"
#include "core/workflow/load_catalysts.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

constexpr int kDaysAhead = 60;

} // namespace

// Events of a calendar are known beforehand: the date says from where to look, not what is known.
Result<FilledSection> catalystsSection(const ReportGround& ground) {
    const auto desk = loadCatalystDesk(ground.store);
    if (!desk)
        return Failure(desk.error());
    const Date first = ground.divergence.asOf;
    const Date last = first + std::chrono::days{kDaysAhead};
    const auto found = catalystsIn(MarketView::latest(desk->market), {first, last}, desk->own);
    const auto lists = catalystLists(desk->own);
    ReportSection section;
    section.blocks.emplace_back(
        ReportText{{{fmt::format("{} days from {}.", kDaysAhead, dayMonthYear(first)), Emphasis::Normal}}});
    section.blocks.emplace_back(catalystTable(found, first));
    section.blocks.emplace_back(ReportList{"", catalystGaps(lists, last)});
    section.results = {{"from", isoText(first)},
                       {"to", isoText(last)},
                       {"lists", catalystListsAsJson(lists)},
                       {"catalysts", catalystsAsJson(found, first)}};
    return FilledSection{std::move(section), desk->calendars};
}

} // namespace rotascope
