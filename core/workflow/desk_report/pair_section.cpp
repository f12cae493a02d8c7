#include "core/analysis/pair_trade/pair_trade_wording.h"
#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "core/figure/pair_figures.h"
#include "core/report/pair_trade_json.h"
#include "core/report/pair_trade_text.h"
#include "core/workflow/desk_report/report_formulas.h"
#include "core/workflow/desk_report/section_catalogue.h"
#include "core/workflow/usual_stops.h"

namespace rotascope {

namespace {

constexpr std::size_t kBefore = 21; // sessions before the trade, for its β

std::vector<Derivation> figuresOf(const PairTrade& trade, const Symbol& small, const Symbol& large) {
    const auto percent = [](double fraction) { return signedNumber(fraction * 100, 2) + " %"; };
    const auto run = [&](std::string_view formula) {
        return runsFrom(formula, {small, large}, trade.entry, trade.asOf);
    };
    return {
        named(spreadFrom(small, large, trade.entry, trade.asOf), "never rebalanced",
              percent(trade.path.neverRebalanced.back())),
        named(run("Π(1 + return of " + small + " − return of " + large + ") − 1, day by day"),
              "rebalanced daily", percent(trade.path.daily.back())),
        named(historiesFrom("R(" + small + ") − β · R(" + large + "), β of the daily returns up to the entry",
                            {small, large}, trade.asOf),
              "beta-neutral", percent(trade.path.betaNeutral.back()))};
}

} // namespace

Result<FilledSection> pairSection(const ReportGround& ground) {
    PairTradeParams params;
    params.stops = usualStops();
    const auto trade = measurePairTrade(ground.divergence.pair, params);
    if (!trade)
        return Failure(trade.error());
    ReportSection section;
    section.blocks.emplace_back(ReportText{pairTradeHeadline(*trade, ground.small(), ground.large())});
    section.blocks.emplace_back(
        ReportFigure{std::make_shared<const Figure>(pairTradeFigure(*trade, ground.divergence.pair)),
                     static_cast<int>(trade->dates.size() + kBefore)});
    for (NamedTable& table : pairTradeTables(*trade))
        section.blocks.emplace_back(std::move(table));
    section.blocks.emplace_back(ReportList{"", pairTradeNotes(*trade)});
    section.results = pairTradeAsJson(*trade);
    return FilledSection{std::move(section),
                         {ground.small(), ground.large()},
                         figuresOf(*trade, ground.small(), ground.large())};
}

} // namespace rotascope
