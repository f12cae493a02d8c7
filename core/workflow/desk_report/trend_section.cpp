#include "core/analysis/trend/trend_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "core/report/trend_json.h"
#include "core/report/trend_text.h"
#include "core/workflow/desk_report/report_formulas.h"
#include "core/workflow/desk_report/section_catalogue.h"
#include "core/workflow/load_universe.h"

#include <algorithm>
#include <iterator>

namespace rotascope {

namespace {

/// What an instrument did longer ago is no news.
constexpr std::chrono::days kNews{7};

/// What is new, sentence by sentence.
std::vector<std::string> newsOf(const TrendStates& states) {
    std::vector<std::string> out;
    for (const TrendRow& row : states.rows)
        if (states.asOf - row.asOf() < kNews)
            std::ranges::move(eventsInWords(row), std::back_inserter(out));
    return out;
}

/// Too young for any average: a row of dashes says nothing.
bool isTooYoung(const TrendRow& row) {
    return !row.averages.front().side.above.has_value();
}

/// Their symbols in one sentence; none where there are none.
std::vector<std::string> tooYoung(const TrendStates& states) {
    std::string symbols;
    for (const TrendRow& row : states.rows)
        if (isTooYoung(row))
            symbols += (symbols.empty() ? "" : ", ") + row.symbol();
    return symbols.empty() ? std::vector<std::string>() : std::vector{symbols + "."};
}

NamedTable tableOf(TrendStates states) {
    std::erase_if(states.rows, isTooYoung);
    return trendTable(states);
}

std::vector<Derivation> figuresOf(const TrendStates& states) {
    std::vector<Derivation> out;
    for (const TrendRow& row : states.rows) {
        const auto add = [&](const DerivationRef& from, const std::string& what, const std::string& value) {
            if (from)
                out.push_back(named(from, row.symbol() + ", " + what, value));
        };
        add(valueFrom(row.symbol(), row.asOf(), fieldOf(row.basis)), "close", groupedNumber(row.close, 2));
        for (std::size_t i = 0; i < kTrendAverages.size(); ++i)
            if (row.averages[i].side.above)
                add(averageFrom(row, i), toUpper(kTrendAverages[i].id),
                    signedNumber(row.averages[i].distance * 100, 1) + " %");
        for (std::size_t i = 0; i < kTrendMoves.size(); ++i)
            add(moveFrom(row, row.moveBases[i]), sessionsInWords(static_cast<int>(kTrendMoves[i])),
                signedNumber(row.moves[i] * 100, 1) + " %");
        add(moveFrom(row, row.yearBase), "this year", signedNumber(row.yearToDate * 100, 1) + " %");
    }
    return out;
}

} // namespace

Result<FilledSection> trendSection(const ReportGround& ground) {
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
    section.blocks.emplace_back(tableOf(*states));
    section.blocks.emplace_back(ReportList{"Too few sessions for any average", tooYoung(*states)});
    section.blocks.emplace_back(ReportList{"New", newsOf(*states)});
    section.conventions = trendConventions();
    section.results = trendAsJson(*states);
    std::vector<Symbol> symbols;
    for (const TrendRow& row : states->rows)
        symbols.push_back(row.symbol());
    return FilledSection{std::move(section), std::move(symbols), figuresOf(*states)};
}

} // namespace rotascope
