// Instruments made up for trend tests, and real adjusted closes where they are present.
#pragma once

#include "tests/support/invented_market.h"
#include "tests/support/real_pair.h"

#include <string>
#include <vector>

namespace rotascope::test {

/// Closes on weekdays from 1 Jan 2024.
inline InstrumentData closesOf(std::string_view symbol, std::vector<double> closes) {
    const std::size_t count = closes.size();
    return instrumentOf(symbol, weekdays(*makeDate(2024, 1, 1), count), std::move(closes));
}

/// A walk in whole cents.
inline std::vector<double> quotedWalk(std::size_t count, std::uint64_t seed = 5, double level = 100) {
    InventedShocks shocks(seed);
    std::vector<double> out(count);
    for (double& close : out) {
        level *= 1.0004 + 0.012 * shocks.next();
        close = std::round(level * 100) / 100;
    }
    return out;
}

inline MarketView latestOf(std::vector<InstrumentData> instruments) {
    return MarketView::latest(marketOf(std::move(instruments)));
}

/// Real adjusted closes of one vendor's `Date,Close` files; empty where they are not present.
inline std::vector<InstrumentData> realCloses(const std::vector<std::string>& symbols) {
    const std::string root = std::string(ROTASCOPE_SHARED) + "/data/real/dsturdy+Factor_Attribution/data/";
    std::vector<InstrumentData> out;
    for (const std::string& symbol : symbols) {
        std::map<Date, double> closes;
        if (!addCloses(root + symbol + ".csv", closes))
            return {};
        out.push_back(instrumentOf(symbol, closes));
    }
    return out;
}

} // namespace rotascope::test
