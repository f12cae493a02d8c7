#include "core/report/catalysts_json.h"
#include "core/report/catalysts_text.h"
#include "core/workflow/desk_report/section_catalogue.h"
#include "core/workflow/load_catalysts.h"
#include "core/workflow/load_market.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

constexpr int kDaysAhead = 60;

Result<std::vector<Symbol>> calendarsOf(MarketStore& store) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    std::vector<Symbol> symbols;
    for (const InstrumentSummary& row : *held)
        if (row.instrument.kind == InstrumentKind::Event)
            symbols.push_back(row.instrument.symbol);
    return symbols;
}

} // namespace

// Events of a calendar are known beforehand: the date says from where to look, not what is known.
Result<MadeSection> catalystsSection(const ReportGround& ground) {
    const auto symbols = calendarsOf(ground.store);
    if (!symbols)
        return Failure(symbols.error());
    const auto market = loadMarket(ground.store, *symbols);
    if (!market)
        return Failure(market.error());
    const auto own = loadCatalysts(ground.store);
    if (!own)
        return Failure(own.error());
    const Date first = ground.divergence.asOf;
    const Date last = first + std::chrono::days{kDaysAhead};
    const auto found = catalystsIn(MarketView::latest(*market), {first, last}, *own);
    const auto lists = catalystLists(*own);
    ReportSection section;
    section.blocks.emplace_back(
        ReportText{{{fmt::format("{} days from {}.", kDaysAhead, dayMonthYear(first)), Emphasis::Normal}}});
    section.blocks.emplace_back(catalystTable(found, first));
    section.blocks.emplace_back(ReportList{"", catalystGaps(lists, last)});
    section.results = {{"from", isoText(first)},
                       {"to", isoText(last)},
                       {"lists", catalystListsAsJson(lists)},
                       {"catalysts", catalystsAsJson(found, first)}};
    return MadeSection{std::move(section), *symbols};
}

} // namespace rotascope
