#include "core/workflow/load_universe.h"

#include "core/analysis/relative/breadth_series.h"
#include "core/analysis/relative/constituents.h"
#include "core/workflow/load_flows.h"
#include "core/workflow/load_market.h"
#include "core/workflow/relative_settings.h"

#include <algorithm>
#include <string_view>

namespace rotascope {

namespace {

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

Basket Universe::coverage(std::string_view list) const {
    for (const std::string_view name : {list, kCoverageList})
        if (const auto basket = basketNamed(baskets, name))
            return **basket;
    return {std::string(kCoverageList), priced, false};
}

std::vector<Symbol> pricedSymbols(std::span<const InstrumentSummary> instruments) {
    std::vector<Symbol> out;
    for (const InstrumentSummary& row : instruments)
        if (hasDailyCloses(row))
            out.push_back(row.instrument.symbol);
    return out;
}

namespace {

bool isListed(const Universe& universe, const Symbol& symbol) {
    const auto holds = [&symbol](const std::vector<Symbol>& list) {
        return std::find(list.begin(), list.end(), symbol) != list.end();
    };
    return holds(universe.chain) ||
           std::any_of(universe.baskets.begin(), universe.baskets.end(),
                       [&](const Basket& basket) { return holds(basket.funds); }) ||
           std::any_of(universe.pairs.begin(), universe.pairs.end(), [&symbol](const BoardPair& pair) {
               return pair.small == symbol || pair.large == symbol;
           });
}

void keepListed(Universe& universe) {
    const std::size_t all = universe.priced.size();
    if (all <= kMostInstruments)
        return;
    std::erase_if(universe.priced, [&universe](const Symbol& symbol) {
        const InstrumentKind kind = describeSymbol(symbol).kind;
        return kind != InstrumentKind::LeveragedFund && kind != InstrumentKind::Index &&
               !isListed(universe, symbol);
    });
    universe.leftOut = all - universe.priced.size();
}

/// A weight of one of kHeldFunds brings its own closes along.
void addHolding(std::vector<Symbol>& out, const Symbol& symbol) {
    for (const std::string_view fund : kHeldFunds)
        if (const Symbol held = constituentOf(Symbol(fund), symbol); !held.empty())
            out.insert(out.end(), {symbol, held});
}

std::vector<Symbol> wantedBeside(const std::vector<Symbol>& priced,
                                 std::span<const InstrumentSummary> instruments) {
    std::vector<Symbol> out = priced;
    for (const BreadthSeriesInfo& info : kBreadthSeries)
        out.emplace_back(info.symbol);
    for (const InstrumentSummary& row : instruments) {
        const InstrumentKind kind = row.instrument.kind;
        if (kind == InstrumentKind::Yield || kind == InstrumentKind::CreditSpread)
            out.push_back(row.instrument.symbol);
        else
            addHolding(out, row.instrument.symbol);
    }
    return out;
}

Result<void> readLists(MarketStore& store, Universe& universe) {
    auto baskets = deskBaskets(store);
    if (!baskets)
        return Failure(baskets.error());
    auto chain = loadChain(store);
    if (!chain)
        return Failure(chain.error());
    auto pairs = loadPairs(store);
    if (!pairs)
        return Failure(pairs.error());
    universe.baskets = std::move(*baskets);
    universe.chain = std::move(*chain);
    universe.pairs = std::move(*pairs);
    auto annotations = loadAnnotations(store);
    if (!annotations)
        return Failure(annotations.error());
    universe.annotations = std::move(*annotations);
    return {};
}

} // namespace

Result<std::vector<Annotation>> loadAnnotations(MarketStore& store) {
    const auto text = store.text(DeskText::Annotations);
    if (!text)
        return Failure(text.error());
    return parseAnnotations(*text);
}

Result<void> saveAnnotations(MarketStore& store, std::span<const Annotation> annotations) {
    std::vector<Annotation> plain(annotations.begin(), annotations.end());
    for (Annotation& note : plain)
        std::replace(note.text.begin(), note.text.end(), '\n', ' ');
    std::string text = annotationsText(plain);
    if (const auto read = parseAnnotations(text); !read)
        return Failure(read.error());
    return store.setText(DeskText::Annotations, std::move(text));
}

Result<Universe> loadUniverse(MarketStore& store) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    Universe out;
    if (const auto read = readLists(store, out); !read)
        return Failure(read.error());
    out.priced = pricedSymbols(*held);
    keepListed(out);
    auto market = loadMarket(store, wantedBeside(out.priced, *held));
    if (!market)
        return Failure(market.error());
    out.market = std::move(*market);
    return out;
}

} // namespace rotascope
