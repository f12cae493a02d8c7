// Markets made up for tests: the same numbers on every machine, since nothing but additions and products is
// used.
#pragma once

#include "core/market/market.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace rotascope::test {

/// Pseudo-random numbers between −1 and 1, dense around 0 with fat tails.
class InventedShocks {
public:
    explicit InventedShocks(std::uint64_t seed)
        : m_state(seed * 2 + 1) {}

    double next() {
        const double bell = (uniform() + uniform() + uniform() + uniform()) / 2 - 1;
        return uniform() < 0.97 ? bell * 0.5 : bell;
    }

private:
    double uniform() {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<double>(m_state >> 11) * 0x1p-53;
    }
    std::uint64_t m_state;
};

inline InstrumentData instrumentOf(std::string_view symbol, std::vector<Date> dates,
                                   std::vector<double> closes) {
    InstrumentData data;
    data.instrument = describeSymbol(symbol);
    data.daily.dates = std::move(dates);
    data.daily.columns[indexOf(Field::Close)] = std::move(closes);
    return data;
}

/// A series of single values, such as a yield in percent.
inline InstrumentData valuesOf(std::string_view symbol, std::vector<Date> dates, std::vector<double> values,
                               Cadence cadence = Cadence::Daily,
                               Availability availability = Availability::SameDay) {
    InstrumentData data;
    data.instrument = describeSymbol(symbol);
    data.series.push_back({Field::Value, cadence, availability, std::move(dates), std::move(values)});
    return data;
}

/// Weekdays from `first` on.
inline std::vector<Date> weekdays(Date first, std::size_t count) {
    std::vector<Date> dates;
    for (Date date = first; dates.size() < count; date += std::chrono::days{1})
        if (!isWeekend(date))
            dates.push_back(date);
    return dates;
}

/// RUT and SPX over `sessions` weekdays from 1 Jan 1990: two walks with a common part. Every 97th session the
/// large leg, and every 211th the small leg, has no close.
inline std::vector<InstrumentData> inventedPair(std::size_t sessions, std::uint64_t seed = 7) {
    InventedShocks shocks(seed);
    std::vector<Date> smallDates, largeDates;
    std::vector<double> small, large;
    double s = 170, l = 340;
    const std::vector<Date> dates = weekdays(*makeDate(1990, 1, 1), sessions);
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const double common = 0.02 * shocks.next();
        s *= 1.0003 + 1.1 * common + 0.012 * shocks.next();
        l *= 1.0003 + common + 0.004 * shocks.next();
        if (i % 211 != 210) {
            smallDates.push_back(dates[i]);
            small.push_back(s);
        }
        if (i % 97 != 96) {
            largeDates.push_back(dates[i]);
            large.push_back(l);
        }
    }
    std::vector<InstrumentData> out;
    out.push_back(instrumentOf("RUT", smallDates, small));
    out.push_back(instrumentOf("SPX", largeDates, large));
    return out;
}

inline std::shared_ptr<const Market> marketOf(std::vector<InstrumentData> instruments) {
    return std::make_shared<const Market>(std::move(instruments));
}

/// The instruments as they were before anything later than `last` happened.
inline std::vector<InstrumentData> endingAt(std::vector<InstrumentData> instruments, Date last) {
    for (InstrumentData& data : instruments) {
        const auto end = std::upper_bound(data.daily.dates.begin(), data.daily.dates.end(), last);
        const auto count = static_cast<std::size_t>(end - data.daily.dates.begin());
        data.daily.dates.resize(count);
        for (std::vector<double>& column : data.daily.columns)
            column.resize(std::min(column.size(), count));
        for (Series& series : data.series) {
            const auto cut = std::upper_bound(series.dates.begin(), series.dates.end(), last);
            series.values.resize(static_cast<std::size_t>(cut - series.dates.begin()));
            series.dates.resize(series.values.size());
        }
    }
    return instruments;
}

} // namespace rotascope::test
