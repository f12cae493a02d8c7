#include "app/cli/charts.h"
#include "app/cli/option_values.h"
#include "app/cli/pair_stops.h"
#include "app/cli/rule_events.h"
#include "core/analysis/pair_trade/bracket_ground.h"
#include "core/figure/pair_figures.h"
#include "core/workflow/load_market.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rotascope::cli {

namespace {

Result<PairSeries> pairOf(const ChartGround& ground) {
    const std::array symbols{ground.context.common.small, ground.context.common.large};
    const auto market = loadMarket(ground.store, symbols);
    if (!market)
        return failureOf(market);
    return alignPair(ground.view(*market), symbols[0], symbols[1]);
}

Result<OptionStructure> structureOf(const ChartArguments& a) {
    const auto kind = placeOf("--structure", a.structure, kOptionKindNames);
    const auto low = percentOf("--low", a.low);
    const auto high = percentOf("--high", a.high);
    const auto premium = percentOf("--premium", a.premium);
    if (!kind || !low || !high || !premium)
        return Failure(!kind ? kind.error() : !low ? low.error() : !high ? high.error() : premium.error());
    if (a.expiry < 1 || *low <= 0 || *low > *high || *premium < 0)
        return usageError("bad_structure", "--low lies above 0% and not above --high, --premium is not below "
                                           "zero, --expiry takes a number of sessions.");
    OptionStructure out{static_cast<OptionKind>(*kind), *low, *high, std::nullopt};
    if (*premium > 0)
        out.premium = *premium;
    return out;
}

} // namespace

Result<Figure> pairTradeChart(const ChartGround& ground) {
    const ChartArguments& a = ground.arguments;
    const auto entry = dateOf("--entry", a.entry);
    const auto carry = percentOf("--carry", a.carry);
    auto stops = stopsOf(a.stops);
    if (!entry || !carry || !stops)
        return Failure(!entry ? entry.error() : !carry ? carry.error() : stops.error());
    const auto pair = pairOf(ground);
    if (!pair)
        return failureOf(pair);
    const auto trade = measurePairTrade(*pair, {*entry, a.parts, *carry, std::move(*stops)});
    return trade ? Result<Figure>(pairTradeFigure(*trade, *pair)) : failureOf(trade);
}

Result<Figure> bracketChart(const ChartGround& ground) {
    const ChartArguments& a = ground.arguments;
    const CommonOptions& common = ground.context.common;
    const auto stop = percentOf("--bracket-stop", a.bracketStop);
    const auto target = percentOf("--bracket-target", a.bracketTarget);
    const auto fired = a.rule.empty() ? Result<std::vector<Date>>(std::vector<Date>{})
                                      : firingDates(ground.store, ground.context, a.rule, Firing::First);
    if (!stop || !target || !fired)
        return Failure(!stop ? stop.error() : !target ? target.error() : fired.error());
    const BracketParams params{*stop, *target, static_cast<std::size_t>(std::max(a.longest, 0)), a.intraday};
    const Symbol on = canonicalSymbol(a.on);
    const auto sessions = ground.sessions();
    const auto market = loadMarket(ground.store, std::array{common.small, common.large, on});
    if (!sessions || !market)
        return Failure(sessions ? market.error() : sessions.error());
    const MarketView view = ground.view(*market);
    const auto around = bracketGround(view, common.small, common.large, on);
    if (!around)
        return failureOf(around);
    const auto test = a.rule.empty()
                          ? testBracket(around->columns(), params)
                          : testBracket(around->columns(), params, entriesAfter(*fired, around->dates()));
    return test ? Result<Figure>(bracketFigure(*test, around->dates(), *sessions, {on, a.rule}))
                : failureOf(test);
}

Result<Figure> payoffChart(const ChartGround& ground) {
    const ChartArguments& a = ground.arguments;
    const auto structure = structureOf(a);
    if (!structure)
        return failureOf(structure);
    const Symbol symbol = canonicalSymbol(a.first());
    const auto market = loadMarket(ground.store, std::array{symbol});
    if (!market)
        return failureOf(market);
    const MarketView view = ground.view(*market);
    const auto closes = view.closes(symbol);
    if (!closes)
        return failureOf(closes);
    return payoffFigure(*structure, commonSessions(*closes, *closes), symbol,
                        static_cast<std::size_t>(a.expiry));
}

} // namespace rotascope::cli
