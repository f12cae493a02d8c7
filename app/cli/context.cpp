#include "app/cli/context.h"

#include "core/workflow/load_market.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope::cli {

int exitCodeOf(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Usage:
        return 1;
    case ErrorKind::Refused:
        return 3;
    case ErrorKind::Desk:
        break;
    }
    return 4;
}

Result<std::unique_ptr<MarketStore>> Context::openDesk(DeskMode mode) const {
    auto store = rotascope::openDesk(common.desk, mode);
    if (!store)
        return store;
    if (common.knownOn)
        if (const auto back = (*store)->lookBack(*common.knownOn); !back)
            return Failure(back.error());
    if (common.asOf)
        if (const auto shown = (*store)->showKnownBy(*common.asOf); !shown)
            return Failure(shown.error());
    return store;
}

Result<OpenMarket> openMarket(const Context& context, std::span<const Symbol> symbols) {
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    return openMarket(context, std::move(*store), symbols);
}

Result<OpenMarket> openMarket(const Context& context, std::unique_ptr<MarketStore> store,
                              std::span<const Symbol> symbols) {
    const auto desk = store->info();
    if (!desk)
        return Failure(desk.error());
    auto market = loadMarket(*store, symbols);
    if (!market)
        return Failure(market.error());
    MarketView view = context.common.asOf ? MarketView::asOf(std::move(*market), *context.common.asOf)
                                          : MarketView::latest(std::move(*market));
    return OpenMarket{std::move(store), *desk, std::move(view)};
}

Result<void> refuseBeforeData(MarketStore& store, const Context& context) {
    const auto instruments = context.common.asOf ? store.instruments() : std::vector<InstrumentSummary>{};
    if (!instruments)
        return Failure(instruments.error());
    std::optional<DateRange> all;
    for (const InstrumentSummary& summary : *instruments)
        for (const SeriesSummary& series : summary.series)
            all = all ? DateRange{std::min(all->first, series.range.first),
                                  std::max(all->last, series.range.last)}
                      : series.range;
    if (!all || *context.common.asOf >= all->first)
        return {};
    return refused("before_data",
                   fmt::format("As of {} nothing was known: the desk's data run from {} to {}.",
                               isoText(*context.common.asOf), isoText(all->first), isoText(all->last)));
}

std::vector<std::string> asOfNotes(const Context& context, Date answered) {
    if (!context.common.asOf || *context.common.asOf == answered)
        return {};
    return {fmt::format("{} has no session of this pair; this is as of {}, the last one before it.",
                        isoText(*context.common.asOf), isoText(answered))};
}

std::vector<std::string> sessionNotes(const Context& context, Date answered) {
    if (!context.common.asOf || *context.common.asOf == answered)
        return {};
    return {fmt::format("{} has no session; this is as of {}, the last one before it.",
                        isoText(*context.common.asOf), isoText(answered))};
}

} // namespace rotascope::cli
