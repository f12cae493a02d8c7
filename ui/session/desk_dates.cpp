#include "ui/session/desk_dates.h"

#include <algorithm>
#include <iterator>

namespace rotascope {

namespace {

std::vector<Date> merged(const std::vector<Date>& a, const std::vector<Date>& b) {
    std::vector<Date> both;
    both.reserve(a.size() + b.size());
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

} // namespace

Result<DeskDates> readDates(MarketStore& store, std::span<const InstrumentSummary> instruments) {
    DeskDates dates;
    for (const InstrumentSummary& row : instruments) {
        const auto instrument = store.readShared(row.instrument.symbol);
        if (!instrument)
            return Failure(instrument.error());
        const InstrumentData& data = (*instrument)->data();
        std::vector<Date> all = data.daily.dates;
        for (const Series& series : data.series)
            all = merged(all, series.dates);
        dates.push_back(std::move(all));
    }
    return dates;
}

std::vector<std::optional<Date>> lastDates(const DeskDates& dates, Date asOf) {
    std::vector<std::optional<Date>> last;
    for (const std::vector<Date>& all : dates) {
        const auto after = std::upper_bound(all.begin(), all.end(), asOf);
        last.push_back(after == all.begin() ? std::nullopt : std::optional(*std::prev(after)));
    }
    return last;
}

} // namespace rotascope
