#include "core/analysis/pair_trade/pair_trade_wording.h"
#include "core/figure/pair_figures.h"
#include "core/report/pair_trade_json.h"
#include "core/report/pair_trade_text.h"
#include "core/workflow/desk_report/section_catalogue.h"
#include "core/workflow/usual_stops.h"

namespace rotascope {

namespace {

constexpr std::size_t kBefore = 21; // sessions before the trade, for its β

} // namespace

Result<MadeSection> pairSection(const ReportGround& ground) {
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
    return MadeSection{std::move(section), {ground.small(), ground.large()}};
}

} // namespace rotascope
