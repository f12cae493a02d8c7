#include "core/workflow/desk_report/report_ground.h"

#include "core/analysis/event_robustness.h"
#include "core/market/known.h"
#include "core/workflow/load_market.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

template <class Values>
void cutDates(std::vector<Date>& dates, Values&& columns, Date last) {
    const auto count = static_cast<std::size_t>(std::ranges::upper_bound(dates, last) - dates.begin());
    for (std::vector<double>* column : columns)
        column->resize(std::min(column->size(), count));
    dates.resize(count);
}

InstrumentData endingAt(InstrumentData data, Date last) {
    std::vector<std::vector<double>*> columns;
    for (std::vector<double>& column : data.daily.columns)
        columns.push_back(&column);
    cutDates(data.daily.dates, columns, last);
    for (Series& series : data.series)
        cutDates(series.dates, std::array{&series.values}, last);
    std::erase_if(data.series, [](const Series& series) { return series.dates.empty(); });
    return data;
}

bool reachesBeyond(const InstrumentData& data, Date last) {
    return (!data.daily.dates.empty() && data.daily.dates.back() > last) ||
           std::ranges::any_of(data.series, [last](const Series& s) { return s.dates.back() > last; });
}

bool isEmpty(const InstrumentData& data) {
    return data.daily.dates.empty() && data.series.empty();
}

bool isKnown(const Series& series, Date date) {
    return knownCount(series.dates, series.availability, series.cadence, date) > 0;
}

/// Whether anything of it was published by then.
bool isKnown(const InstrumentData& data, Date date) {
    return (!data.daily.dates.empty() && data.daily.dates.front() <= date) ||
           std::ranges::any_of(data.series, [date](const Series& series) { return isKnown(series, date); });
}

std::shared_ptr<const Market> endingAt(const std::shared_ptr<const Market>& market, Date last) {
    const std::vector<Symbol> symbols = market->symbols();
    if (std::ranges::none_of(symbols, [&](const Symbol& s) { return reachesBeyond(*market->find(s), last); }))
        return market;
    std::vector<InstrumentData> cut;
    for (const Symbol& symbol : symbols) {
        InstrumentData data = endingAt(*market->find(symbol), last);
        if (!isEmpty(data))
            cut.push_back(std::move(data));
    }
    return std::make_shared<const Market>(std::move(cut));
}

/// Without the instruments of which nothing was known: sentences about what is missing would tell that they
/// come, and when.
std::shared_ptr<const Market> withoutLater(const std::shared_ptr<const Market>& market, Date date) {
    std::vector<InstrumentData> known;
    const std::vector<Symbol> symbols = market->symbols();
    for (const Symbol& symbol : symbols)
        if (const InstrumentData& data = *market->find(symbol); isKnown(data, date))
            known.push_back(data);
    return known.size() == symbols.size() ? market : std::make_shared<const Market>(std::move(known));
}

/// The date asked for, or the pair's last common session.
Result<ReportMoment> momentOf(const std::shared_ptr<const Market>& market, const ReportAsk& ask) {
    if (ask.asOf)
        return ReportMoment{*ask.asOf, true};
    if (ask.until)
        return ReportMoment{*ask.until, false};
    const auto pair = alignPair(MarketView::latest(market), ask.small, ask.large);
    if (!pair)
        return Failure(pair.error());
    return ReportMoment{pair->dates.back(), false};
}

Result<FlowGround> flowGround(MarketStore& store, const ReportMoment& moment, const ReportAsk& ask) {
    auto desk = loadFlows(store, std::array{ask.small, ask.large});
    if (!desk)
        return Failure(desk.error());
    const MarketView view = moment.view(desk->market);
    FlowParams params;
    params.preferred = desk->preferred;
    params.baskets = desk->baskets;
    params.suspects = desk->suspects;
    params.small = ask.small;
    params.large = ask.large;
    auto flows = analyseFlows(view, params);
    if (!flows)
        return Failure(flows.error());
    return FlowGround{std::move(*desk), view, std::move(*flows)};
}

} // namespace

MarketView ReportMoment::view(std::shared_ptr<const Market> market) const {
    return publishedOnly ? MarketView::asOf(withoutLater(market, date), date)
                         : MarketView::latest(endingAt(market, date));
}

Result<ReportGround> groundOf(MarketStore& store, const ReportAsk& ask) {
    if (ask.asOf)
        if (const auto shown = store.showKnownBy(*ask.asOf); !shown)
            return Failure(shown.error());
    std::vector<Symbol> symbols{ask.small, ask.large};
    for (Symbol& symbol : tenYearYieldSymbols())
        symbols.push_back(std::move(symbol));
    const auto market = loadMarket(store, symbols);
    if (!market)
        return Failure(market.error());
    const auto moment = momentOf(*market, ask);
    if (!moment)
        return Failure(moment.error());
    // Of the pair itself a date before its data is refused with the range there is.
    const MarketView view = ask.asOf ? MarketView::asOf(*market, *ask.asOf) : moment->view(*market);
    DivergenceParams params;
    params.small = ask.small;
    params.large = ask.large;
    auto divergence = analyseDivergence(view, params);
    if (!divergence)
        return Failure(divergence.error());
    auto flows = flowGround(store, *moment, ask);
    if (!flows && flows.error().kind == ErrorKind::Desk)
        return Failure(flows.error());
    return ReportGround{store, *moment, view, std::move(*divergence), std::move(flows)};
}

} // namespace rotascope
