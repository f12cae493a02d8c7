#include "ui/session/desk_snapshot.h"

#include "core/analysis/event_robustness.h"
#include "core/workflow/load_market.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

struct UsualPair {
    std::string_view small;
    std::string_view large;
};

constexpr std::array<UsualPair, 5> kUsualPairs{
    {{"RUT", "SPX"}, {"IWM", "SPY"}, {"IWM", "VOO"}, {"VB", "VOO"}, {"IJR", "SPY"}}};

void choosePair(DeskSnapshot& desk) {
    const auto holds = [&desk](const UsualPair& pair) {
        return desk.find(pair.small) && desk.find(pair.large);
    };
    if (holds({desk.small, desk.large}))
        return;
    const auto usual = std::find_if(kUsualPairs.begin(), kUsualPairs.end(), holds);
    if (usual == kUsualPairs.end())
        return;
    desk.small = usual->small;
    desk.large = usual->large;
}

std::vector<Symbol> neededSymbols(const DeskSnapshot& desk) {
    std::vector<Symbol> symbols = desk.events();
    symbols.push_back(desk.small);
    symbols.push_back(desk.large);
    for (Symbol& yield : tenYearYieldSymbols())
        if (desk.find(yield))
            symbols.push_back(std::move(yield));
    return symbols;
}

Result<void> readSettings(MarketStore& store, DeskSnapshot& desk) {
    for (const DeskSettingInfo& info : kDeskSettings) {
        const auto value = store.setting(info.setting);
        if (!value)
            return Failure(value.error());
        desk.settings[static_cast<std::size_t>(info.setting)] = *value;
    }
    return {};
}

Result<void> readSplits(MarketStore& store, DeskSnapshot& desk) {
    const auto symbols = store.symbolsWithSplits();
    if (!symbols)
        return Failure(symbols.error());
    for (const Symbol& symbol : *symbols) {
        auto splits = store.splits(symbol);
        if (!splits)
            return Failure(splits.error());
        if (!splits->empty())
            desk.splits.emplace(symbol, std::move(*splits));
    }
    return {};
}

DivergenceParams divergenceParams(const ViewState& state) {
    DivergenceParams params;
    params.small = state.small;
    params.large = state.large;
    params.days = state.days;
    return params;
}

bool isOfSamePair(const PairAnalysis& a, const PairAnalysis& b) {
    return a.desk == b.desk && a.state.small == b.state.small && a.state.large == b.state.large;
}

/// What does not depend on the date: taken from `before` where it is of the same pair.
void addWhole(PairAnalysis& analysis, const std::shared_ptr<const PairAnalysis>& before) {
    const bool samePair = before && isOfSamePair(*before, analysis);
    if (samePair && before->state.days == analysis.state.days) {
        analysis.sessions = before->sessions;
        analysis.whole = before->whole;
        return;
    }
    const MarketView latest = MarketView::latest(analysis.desk->market);
    if (auto whole = analyseDivergence(latest, divergenceParams(analysis.state)))
        analysis.whole = std::make_shared<const Divergence>(std::move(*whole));
    if (samePair)
        analysis.sessions = before->sessions;
    else if (auto pair = alignPair(latest, analysis.state.small, analysis.state.large))
        analysis.sessions = std::make_shared<const std::vector<Date>>(std::move(pair->dates));
    else
        analysis.sessions = std::make_shared<const std::vector<Date>>();
}

} // namespace

MarketView viewOf(const std::shared_ptr<const Market>& market, const std::optional<Date>& asOf) {
    return asOf ? MarketView::asOf(market, *asOf) : MarketView::latest(market);
}

MarketView viewOf(const DeskSnapshot& desk, const std::optional<Date>& asOf) {
    return viewOf(desk.market, asOf);
}

const InstrumentSummary* DeskSnapshot::find(std::string_view symbol) const {
    const auto found =
        std::find_if(instruments.begin(), instruments.end(),
                     [symbol](const InstrumentSummary& row) { return row.instrument.symbol == symbol; });
    return found == instruments.end() ? nullptr : &*found;
}

std::vector<Symbol> DeskSnapshot::events() const {
    std::vector<Symbol> symbols;
    for (const InstrumentSummary& row : instruments)
        if (row.instrument.kind == InstrumentKind::Event)
            symbols.push_back(row.instrument.symbol);
    return symbols;
}

Result<DeskSnapshot> readDesk(MarketStore& store, const Symbol& small, const Symbol& large) {
    DeskSnapshot desk;
    desk.small = small;
    desk.large = large;
    desk.shelf = std::make_shared<InstrumentShelf>();
    store.shareReads(desk.shelf);
    auto info = store.info();
    if (!info)
        return Failure(info.error());
    auto instruments = store.instruments();
    if (!instruments)
        return Failure(instruments.error());
    auto imports = store.imports();
    if (!imports)
        return Failure(imports.error());
    desk.info = std::move(*info);
    desk.instruments = std::move(*instruments);
    desk.imports = std::move(*imports);
    for (const auto& read : {readSettings(store, desk), readSplits(store, desk)})
        if (!read)
            return Failure(read.error());
    choosePair(desk);
    auto market = loadMarket(store, neededSymbols(desk));
    if (!market)
        return Failure(market.error());
    desk.market = std::move(*market);
    return desk;
}

PairAnalysis analysePair(std::shared_ptr<const DeskSnapshot> desk, const ViewState& state,
                         const std::shared_ptr<const PairAnalysis>& before) {
    PairAnalysis result;
    result.state = state;
    result.desk = std::move(desk);
    addWhole(result, before);
    if (!state.asOf && result.whole) {
        result.divergence = result.whole;
    } else if (auto divergence = analyseDivergence(viewOf(*result.desk, state.asOf), divergenceParams(state),
                                                   result.whole.get())) {
        result.divergence = std::make_shared<const Divergence>(std::move(*divergence));
    } else {
        result.error = divergence.error();
        return result;
    }
    result.facts = pairFacts(*result.divergence, state.sigma, state.eventThreshold,
                             static_cast<std::size_t>(state.eventGap));
    result.aftermath = aftermathOf(*result.divergence);
    result.calendarTable = performanceTable(result.divergence->pair, true);
    return result;
}

} // namespace rotascope
