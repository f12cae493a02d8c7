#include "core/workflow/load_flows.h"

#include "core/quality/open_findings.h"
#include "core/workflow/load_market.h"

#include <algorithm>

namespace rotascope {

namespace {

bool isFlowField(const std::optional<Field>& field) {
    return field == Field::Flow || field == Field::Shares || field == Field::Aum;
}

void addOnce(std::vector<Symbol>& symbols, const Symbol& symbol) {
    if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end())
        symbols.push_back(symbol);
}

Result<std::vector<Symbol>> wantedSymbols(MarketStore& store, const FlowDesk& desk,
                                          std::span<const Symbol> others) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    std::vector<Symbol> out;
    for (const InstrumentSummary& row : *held)
        if (std::any_of(row.series.begin(), row.series.end(),
                        [](const SeriesSummary& series) { return isFlowField(series.field); }))
            addOnce(out, row.instrument.symbol);
    for (const Basket& basket : desk.baskets)
        for (const Symbol& symbol : basket.funds)
            addOnce(out, symbol);
    for (const FundFacts& row : knownFundFacts())
        addOnce(out, row.index);
    for (const FundFacts& row : desk.facts)
        if (!row.index.empty())
            addOnce(out, row.index);
    for (const Symbol& symbol : others)
        addOnce(out, symbol);
    return out;
}

} // namespace

std::vector<SuspectValue> suspectValues(const InstrumentData& data,
                                        std::span<const AcceptedFinding> accepted) {
    std::vector<SuspectValue> out;
    for (const Series& series : data.series) {
        if (!isFlowField(series.field))
            continue;
        for (const DateRange& range : doubtfulDates(data, series.field, accepted, series.cadence)) {
            auto at = std::lower_bound(series.dates.begin(), series.dates.end(), range.first);
            for (; at != series.dates.end() && *at <= range.last; ++at)
                out.push_back({data.instrument.symbol, series.field, *at});
        }
    }
    return out;
}

Result<std::vector<Basket>> deskBaskets(MarketStore& store) {
    const auto text = store.text(DeskText::Baskets);
    if (!text)
        return Failure(text.error());
    if (text->empty())
        return std::vector<Basket>(shippedBaskets().begin(), shippedBaskets().end());
    return parseBaskets(*text);
}

Result<std::vector<Basket>> saveBaskets(MarketStore& store, std::string_view text) {
    const auto baskets = parseBaskets(text);
    if (!baskets)
        return Failure(baskets.error());
    if (const auto saved = store.setText(DeskText::Baskets, basketsText(*baskets)); !saved)
        return Failure(saved.error());
    return deskBaskets(store);
}

Result<std::vector<FundFacts>> deskFundFacts(MarketStore& store) {
    const auto text = store.text(DeskText::FundFacts);
    if (!text)
        return Failure(text.error());
    return parseFundFacts(*text);
}

Result<void> saveFundFacts(MarketStore& store, std::string_view text) {
    const auto facts = parseFundFacts(text);
    if (!facts)
        return Failure(facts.error());
    return store.setText(DeskText::FundFacts, fundFactsText(*facts));
}

Result<FlowDesk> loadFlows(MarketStore& store, std::span<const Symbol> others) {
    FlowDesk desk;
    auto baskets = deskBaskets(store);
    if (!baskets)
        return Failure(baskets.error());
    desk.baskets = std::move(*baskets);
    auto facts = deskFundFacts(store);
    if (!facts)
        return Failure(facts.error());
    desk.facts = std::move(*facts);
    const auto source = store.setting(DeskSetting::FlowSource);
    if (!source)
        return Failure(source.error());
    desk.preferred = static_cast<FlowSource>(*source);
    auto symbols = wantedSymbols(store, desk, others);
    if (!symbols)
        return Failure(symbols.error());
    desk.symbols = std::move(*symbols);
    auto market = loadMarket(store, desk.symbols);
    if (!market)
        return Failure(market.error());
    desk.market = std::move(*market);
    const auto accepted = store.acceptedFindings();
    if (!accepted)
        return Failure(accepted.error());
    for (const Symbol& symbol : desk.symbols)
        if (const InstrumentData* data = desk.market->find(symbol))
            for (SuspectValue& value : suspectValues(*data, *accepted))
                desk.suspects.push_back(std::move(value));
    return desk;
}

} // namespace rotascope
