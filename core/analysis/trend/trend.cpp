#include "core/analysis/trend/trend.h"

#include "core/indicators/indicator_catalogue.h"
#include "core/indicators/returns.h"
#include "core/indicators/wilder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double moveOver(std::span<const double> closes, std::size_t sessions) {
    return closes.size() > sessions ? simpleReturn(closes[closes.size() - 1 - sessions], closes.back())
                                    : kNaN;
}

/// The last session of the year before; nullopt where the history begins later.
std::optional<std::size_t> yearBaseOf(const SeriesView& closes) {
    const Date start = *makeDate(yearOf(closes.dates.back()), 1, 1);
    const auto base = std::lower_bound(closes.dates.begin(), closes.dates.end(), start);
    if (base == closes.dates.begin())
        return std::nullopt;
    return static_cast<std::size_t>(base - closes.dates.begin()) - 1;
}

void addMoves(TrendRow& row, const SeriesView& closes) {
    std::transform(kTrendMoves.begin(), kTrendMoves.end(), row.moves.begin(),
                   [&](std::size_t sessions) { return moveOver(closes.values, sessions); });
    for (std::size_t i = 0; i < kTrendMoves.size(); ++i)
        if (kTrendMoves[i] < closes.size())
            row.moveBases[i] = closes.dates[closes.size() - 1 - kTrendMoves[i]];
    const auto base = yearBaseOf(closes);
    row.yearToDate = base ? simpleReturn(closes.values[*base], closes.values.back()) : kNaN;
    if (base)
        row.yearBase = closes.dates[*base];
}

/// Daily closes: bars, not a yield's or a spread's single value.
bool hasDailyCloses(const MarketView& view, const Symbol& symbol, Field field) {
    const auto values = view.values(symbol, field);
    return values.has_value() || values.error().code != "no_data";
}

std::vector<Symbol> everySymbol(const MarketView& view) {
    std::vector<Symbol> out;
    for (const Symbol& symbol : view.symbols())
        if (hasDailyCloses(view, symbol, Field::Close) || hasDailyCloses(view, symbol, Field::AdjClose))
            out.push_back(symbol);
    return out;
}

Failure nothingToShow(const MarketView& view, const TrendStates& states) {
    if (states.notYet.empty())
        return refused("no_data", states.without.empty()
                                      ? "This desk has no daily closes. Import prices."
                                      : "No instrument of this desk has adjusted closes. Import a file with "
                                        "a column Adj Close, or leave the choice out.");
    return refused("before_data", fmt::format("{} is before the first session of every instrument of this "
                                              "desk; choose a later date.",
                                              isoText(*view.asOfDate())));
}

/// Adds the row of an instrument that nobody named, or notes why there is none.
void addIfThere(TrendStates& states, const MarketView& view, const Symbol& symbol) {
    auto row = trendRow(view, symbol, states.params.prices);
    if (row)
        states.rows.push_back(std::move(*row));
    else
        (row.error().code == "before_data" ? states.notYet : states.without).push_back(symbol);
}

} // namespace

std::vector<std::string> TrendRow::notes() const {
    std::vector<std::string> out;
    if (oddMove)
        out.push_back(oddMoveText(*oddMove));
    for (const AverageReading& average : averages)
        out.push_back(average.warmUp);
    for (const Breakout& breakout : breakouts)
        out.push_back(breakout.warmUp);
    out.push_back(warmUpSentence(*indicatorNamed("rsi"), kTrendRsi, sessions));
    out.push_back(milestones.refused);
    out.push_back(volume.note);
    std::erase_if(out, [](const std::string& note) { return note.empty(); });
    return out;
}

const TrendRow* TrendStates::row(std::string_view symbol) const {
    const auto at =
        std::find_if(rows.begin(), rows.end(), [&](const TrendRow& row) { return row.symbol() == symbol; });
    return at == rows.end() ? nullptr : &*at;
}

Result<TrendRow> trendRow(const MarketView& view, std::string_view symbol, PriceChoice prices) {
    const auto priced = pricedCloses(view, symbol, prices);
    if (!priced)
        return Failure(priced.error());
    const SeriesView& closes = priced->closes;
    const AverageColumns averages = averageColumns(closes.values);
    TrendRow row;
    row.instrument = *view.instrument(symbol);
    row.basis = priced->basis;
    row.range = {closes.dates.front(), closes.dates.back()};
    row.sessions = closes.size();
    row.close = closes.values.back();
    row.averages = averageReadings(closes, averages);
    row.cross = goldenCross(closes, averages);
    row.rsi = relativeStrengthIndex(closes.values, kTrendRsi).back();
    row.breakouts = breakoutsOf(closes);
    row.milestones = milestonesOf(closes, row.basis);
    if (const auto bars = view.bars(symbol))
        row.volume = volumeSinceQuarter(*bars);
    addMoves(row, closes);
    row.oddMove = oddMove(row.instrument, closes);
    return row;
}

Result<TrendStates> analyseTrend(const MarketView& view, const TrendParams& params) {
    TrendStates states;
    states.params = params;
    for (const Symbol& symbol : params.symbols) {
        auto row = trendRow(view, symbol, params.prices);
        if (!row)
            return Failure(row.error());
        states.rows.push_back(std::move(*row));
    }
    if (params.symbols.empty())
        for (const Symbol& symbol : everySymbol(view))
            addIfThere(states, view, symbol);
    if (states.rows.empty())
        return nothingToShow(view, states);
    for (const TrendRow& row : states.rows)
        states.asOf = std::max(states.asOf, row.asOf());
    return states;
}

} // namespace rotascope
