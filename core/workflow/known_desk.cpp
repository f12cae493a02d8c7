#include "core/workflow/known_desk.h"

#include "core/market/known.h"

#include <algorithm>

namespace rotascope {

namespace {

Result<std::vector<Date>> datesOf(MarketStore& store, const InstrumentData& data,
                                  const SeriesSummary& wanted) {
    if (!wanted.field) {
        const auto bars = store.readBars(data.instrument.symbol, wanted.cadence);
        return bars ? Result<std::vector<Date>>(bars->dates) : Failure(bars.error());
    }
    for (const Series& series : data.series)
        if (series.field == *wanted.field && series.cadence == wanted.cadence)
            return series.dates;
    return std::vector<Date>{};
}

/// Leaves of an instrument's ranges and counts what was known on `asOf`.
Result<void> keepKnownRanges(MarketStore& store, InstrumentSummary& summary, Date asOf) {
    const auto data = store.read(summary.instrument.symbol);
    if (!data)
        return Failure(data.error());
    for (SeriesSummary& series : summary.series) {
        const auto dates = datesOf(store, *data, series);
        if (!dates)
            return Failure(dates.error());
        series.observations = knownCount(*dates, series.availability, series.cadence, asOf);
        if (series.observations > 0)
            series.range.last = (*dates)[series.observations - 1];
    }
    std::erase_if(summary.series, [](const SeriesSummary& series) { return series.observations == 0; });
    return {};
}

} // namespace

Result<std::vector<InstrumentSummary>> knownInstruments(MarketStore& store, std::optional<Date> asOf) {
    auto instruments = store.instruments();
    if (!instruments || !asOf)
        return instruments;
    for (InstrumentSummary& summary : *instruments)
        if (const auto kept = keepKnownRanges(store, summary, *asOf); !kept)
            return Failure(kept.error());
    std::erase_if(*instruments, [](const InstrumentSummary& summary) { return summary.series.empty(); });
    return instruments;
}

} // namespace rotascope
