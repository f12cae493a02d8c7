#include "core/workflow/examine_desk.h"

#include <algorithm>
#include <iterator>

namespace rotascope {

namespace {

std::size_t countUpTo(const std::vector<Date>& dates, Date last) {
    return static_cast<std::size_t>(std::upper_bound(dates.begin(), dates.end(), last) - dates.begin());
}

void truncate(InstrumentData& data, Date last) {
    const std::size_t rows = countUpTo(data.daily.dates, last);
    data.daily.dates.resize(rows);
    for (std::vector<double>& column : data.daily.columns)
        column.resize(std::min(column.size(), rows));
    for (Series& series : data.series) {
        series.dates.resize(countUpTo(series.dates, last));
        series.values.resize(series.dates.size());
    }
}

Result<std::vector<InstrumentData>> readAll(MarketStore& store, std::optional<Date> asOf) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    std::vector<InstrumentData> all;
    for (const InstrumentSummary& summary : *held) {
        auto data = store.read(summary.instrument.symbol);
        if (!data)
            return Failure(data.error());
        if (asOf)
            truncate(*data, *asOf);
        all.push_back(std::move(*data));
    }
    return all;
}

Result<void> refuseUnknown(const std::vector<InstrumentData>& all, std::span<const Symbol> symbols) {
    std::vector<Symbol> held;
    for (const InstrumentData& data : all)
        held.push_back(data.instrument.symbol);
    for (const Symbol& symbol : symbols)
        if (std::find(held.begin(), held.end(), symbol) == held.end())
            return unknownSymbol(symbol, held);
    return {};
}

std::vector<Finding> findingsOfAll(const std::vector<InstrumentData>& all) {
    std::vector<Finding> out;
    std::vector<const InstrumentData*> pointers;
    for (const InstrumentData& data : all) {
        pointers.push_back(&data);
        std::ranges::move(findingsOf(data), std::back_inserter(out));
    }
    std::ranges::move(duplicateFindings(pointers), std::back_inserter(out));
    std::stable_sort(out.begin(), out.end(),
                     [](const Finding& a, const Finding& b) { return a.symbol < b.symbol; });
    return out;
}

} // namespace

Result<std::vector<Finding>> examineDesk(MarketStore& store, std::span<const Symbol> symbols,
                                         std::optional<Date> asOf) {
    const auto all = readAll(store, asOf);
    if (!all)
        return Failure(all.error());
    const auto known = refuseUnknown(*all, symbols);
    if (!known)
        return Failure(known.error());
    std::vector<Finding> findings = findingsOfAll(*all);
    if (!symbols.empty())
        std::erase_if(findings, [symbols](const Finding& finding) {
            return std::find(symbols.begin(), symbols.end(), finding.symbol) == symbols.end();
        });
    return findings;
}

} // namespace rotascope
