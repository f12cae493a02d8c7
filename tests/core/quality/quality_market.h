// Clean invented bars that no rule has anything to say about; tests spoil them in one place.
#pragma once

#include "core/market/trading_calendar.h"
#include "core/quality/quality_rules.h"
#include "tests/support/invented_market.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace rotascope::test {

inline double inCents(double price) {
    return std::round(price * 100) / 100;
}

/// `sessions` NYSE sessions from 3 January 2000 on, all columns filled, prices in cents near 100, volumes
/// near 10,000; a dividend on the last session.
inline InstrumentData cleanBars(std::size_t sessions, std::string_view symbol = "ABC",
                                std::uint64_t seed = 3) {
    InventedShocks shocks(seed);
    InstrumentData data;
    data.instrument = describeSymbol(symbol);
    Date date = nyseSessionOnOrBefore(std::chrono::year{2000} / 1 / 3);
    double close = 100;
    for (std::size_t i = 0; i < sessions; ++i, date = nextNyseSession(date)) {
        const double open = inCents(close * (1 + 0.004 * shocks.next()));
        close = inCents(std::clamp(open * (1 + 0.01 * shocks.next()), 60.0, 160.0));
        const double high = inCents(std::max(open, close) * (1 + 0.002 + 0.001 * shocks.next()));
        const double low = inCents(std::min(open, close) * (1 - 0.002 - 0.001 * shocks.next()));
        const double adjusted = i + 1 < sessions ? close * 0.999 : close;
        data.daily.dates.push_back(date);
        const std::array row{open, high, low, close, adjusted, 10000 + 3000 * shocks.next()};
        for (std::size_t c = 0; c < row.size(); ++c)
            data.daily.columns[c].push_back(row[c]);
    }
    return data;
}

inline std::vector<double>& columnOf(InstrumentData& data, Field field) {
    return data.daily.columns[indexOf(field)];
}

/// "rule first last" of every finding.
inline QStringList saysOf(const InstrumentData& data) {
    QStringList out;
    for (const Finding& finding : findingsOf(data))
        out << QString::fromStdString(std::string(finding.rule) + " " + isoText(finding.first) + " " +
                                      isoText(finding.last));
    return out;
}

} // namespace rotascope::test
