#include "core/workflow/known_desk.h"

#include "core/market/known.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

/// Fields of bars that had a value among the first `known` ones.
void dropLaterFields(SeriesSummary& summary, const PriceBars& bars) {
    std::erase_if(summary.fields, [&](Field field) {
        const auto values = bars.column(field);
        const auto end = values.begin() + static_cast<std::ptrdiff_t>(
                                              std::min<std::size_t>(values.size(), summary.observations));
        return std::none_of(values.begin(), end, [](double value) { return !std::isnan(value); });
    });
}

Result<void> keepKnownBars(MarketStore& store, const Symbol& symbol, SeriesSummary& summary, Date asOf) {
    const auto bars = store.readBars(symbol, summary.cadence);
    if (!bars)
        return Failure(bars.error());
    summary.observations = knownCount(bars->dates, summary.availability, summary.cadence, asOf);
    if (summary.observations > 0)
        summary.range.last = bars->dates[summary.observations - 1];
    dropLaterFields(summary, *bars);
    return {};
}

std::vector<Date> datesOf(const InstrumentData& data, const SeriesSummary& wanted) {
    for (const Series& series : data.series)
        if (series.field == *wanted.field && series.cadence == wanted.cadence)
            return series.dates;
    return {};
}

/// Leaves of an instrument's ranges and counts what was known on `asOf`.
Result<void> keepKnownRanges(MarketStore& store, InstrumentSummary& summary, Date asOf) {
    const auto data = store.read(summary.instrument.symbol);
    if (!data)
        return Failure(data.error());
    for (SeriesSummary& series : summary.series) {
        if (!series.field) {
            if (const auto kept = keepKnownBars(store, summary.instrument.symbol, series, asOf); !kept)
                return kept;
            continue;
        }
        const std::vector<Date> dates = datesOf(*data, series);
        series.observations = knownCount(dates, series.availability, series.cadence, asOf);
        if (series.observations > 0)
            series.range.last = dates[series.observations - 1];
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
