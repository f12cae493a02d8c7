#include "core/workflow/load_universe.h"

#include "core/workflow/load_flows.h"
#include "core/workflow/load_market.h"

#include <algorithm>
#include <string_view>

namespace rotascope {

namespace {

constexpr std::string_view kCoverage = "Coverage list";

bool hasDailyCloses(const InstrumentSummary& row) {
    return std::any_of(row.series.begin(), row.series.end(), [](const SeriesSummary& series) {
        const auto& fields = series.fields;
        const auto holds = [&](Field field) {
            return std::find(fields.begin(), fields.end(), field) != fields.end();
        };
        return series.cadence == Cadence::Daily && (holds(Field::Close) || holds(Field::AdjClose));
    });
}

} // namespace

Basket Universe::coverage() const {
    if (const auto basket = basketNamed(baskets, kCoverage))
        return **basket;
    return {std::string(kCoverage), priced, false};
}

std::vector<Symbol> pricedSymbols(std::span<const InstrumentSummary> instruments) {
    std::vector<Symbol> out;
    for (const InstrumentSummary& row : instruments)
        if (hasDailyCloses(row))
            out.push_back(row.instrument.symbol);
    return out;
}

Result<Universe> loadUniverse(MarketStore& store) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    auto baskets = deskBaskets(store);
    if (!baskets)
        return Failure(baskets.error());
    Universe out{{}, pricedSymbols(*held), std::move(*baskets)};
    std::vector<Symbol> wanted = out.priced;
    for (const InstrumentSummary& row : *held) {
        const InstrumentKind kind = row.instrument.kind;
        if (kind == InstrumentKind::Yield || kind == InstrumentKind::CreditSpread)
            wanted.push_back(row.instrument.symbol);
    }
    auto market = loadMarket(store, wanted);
    if (!market)
        return Failure(market.error());
    out.market = std::move(*market);
    return out;
}

} // namespace rotascope
