// The demo market, made once for all suites, and ways to look into it.
#pragma once

#include "core/demo/demo_market.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace rotascope::test {

inline const std::vector<InstrumentData>& demo() {
    static const std::vector<InstrumentData> market = demoMarket();
    return market;
}

inline Date date(std::string_view iso) {
    return parseIsoDate(iso).value();
}

inline const InstrumentData& instrument(std::string_view symbol) {
    const auto it = std::find_if(demo().begin(), demo().end(), [&](const InstrumentData& data) {
        return data.instrument.symbol == symbol;
    });
    Q_ASSERT(it != demo().end());
    return *it;
}

inline const std::vector<double>& closes(std::string_view symbol) {
    return instrument(symbol).daily.column(Field::Close);
}

inline const Series* series(std::string_view symbol, Field field) {
    for (const Series& candidate : instrument(symbol).series)
        if (candidate.field == field)
            return &candidate;
    return nullptr;
}

/// Position of `day` among `dates`, which must hold it.
inline std::size_t at(const std::vector<Date>& dates, Date day) {
    const auto it = std::lower_bound(dates.begin(), dates.end(), day);
    Q_ASSERT(it != dates.end() && *it == day);
    return static_cast<std::size_t>(it - dates.begin());
}

/// The close of `symbol` on `iso` against `sessions` before, as a fraction.
inline double moveTo(std::string_view symbol, std::string_view iso, std::size_t sessions) {
    const std::size_t i = at(instrument(symbol).daily.dates, date(iso));
    return closes(symbol)[i] / closes(symbol)[i - sessions] - 1;
}

inline std::vector<double> dailyReturns(std::string_view symbol) {
    const std::vector<double>& path = closes(symbol);
    std::vector<double> out;
    for (std::size_t i = 1; i < path.size(); ++i)
        out.push_back(path[i] / path[i - 1] - 1);
    return out;
}

inline double mean(const std::vector<double>& x) {
    double sum = 0;
    for (const double value : x)
        sum += value;
    return sum / static_cast<double>(x.size());
}

/// Covariance of x[i] with y[i + lag].
inline double covariance(const std::vector<double>& x, const std::vector<double>& y, std::size_t lag = 0) {
    const double mx = mean(x), my = mean(y);
    double sum = 0;
    for (std::size_t i = 0; i + lag < y.size(); ++i)
        sum += (x[i] - mx) * (y[i + lag] - my);
    return sum / static_cast<double>(y.size());
}

inline double correlation(const std::vector<double>& x, const std::vector<double>& y) {
    return covariance(x, y) / std::sqrt(covariance(x, x) * covariance(y, y));
}

} // namespace rotascope::test
