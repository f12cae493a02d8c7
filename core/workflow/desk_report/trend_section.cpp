#include "core/analysis/trend/trend_wording.h"
#include "core/report/trend_json.h"
#include "core/report/trend_text.h"
#include "core/workflow/desk_report/section_catalogue.h"
#include "core/workflow/load_universe.h"

#include <algorithm>
#include <iterator>

namespace rotascope {

namespace {

/// What is new, sentence by sentence.
std::vector<std::string> newsOf(const TrendStates& states) {
    std::vector<std::string> out;
    for (const TrendRow& row : states.rows)
        std::ranges::move(eventsInWords(row), std::back_inserter(out));
    return out;
}

} // namespace

Result<MadeSection> trendSection(const ReportGround& ground) {
    const auto universe = loadUniverse(ground.store);
    if (!universe)
        return Failure(universe.error());
    const MarketView view = ground.moment.view(universe->market);
    auto states = analyseTrend(view, {});
    if (!states)
        return Failure(states.error());
    states->notYet.clear(); // begins later: nothing of it was known
    ReportSection section;
    section.blocks.emplace_back(
        ReportText{trendHeadline(*states, universe->coverage().funds, ground.small())});
    section.blocks.emplace_back(trendTable(*states));
    section.blocks.emplace_back(ReportList{"New", newsOf(*states)});
    section.conventions = trendConventions();
    section.results = trendAsJson(*states);
    std::vector<Symbol> symbols;
    for (const TrendRow& row : states->rows)
        symbols.push_back(row.symbol());
    return MadeSection{std::move(section), std::move(symbols)};
}

} // namespace rotascope
