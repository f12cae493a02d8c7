// RUT and SPX from the real files beside the source tree, read without the importer. First one vendor's
// files, then another's for dates not yet there.
#pragma once

#include "core/base/text.h"
#include "tests/support/invented_market.h"

#include <fstream>
#include <map>
#include <optional>
#include <string>

namespace rotascope::test {

inline std::vector<std::string> cellsOf(const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == ',')
            cells.emplace_back();
        else if (c != '\r')
            cells.back() += c;
    }
    return cells;
}

/// Adds the closes of a comma-separated file whose first column is an ISO date; dates already there are kept.
inline bool addCloses(const std::string& path, std::map<Date, double>& closes) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line))
        return false;
    const std::vector<std::string> header = cellsOf(toLower(line));
    const auto column =
        static_cast<std::size_t>(std::find(header.begin(), header.end(), "close") - header.begin());
    while (std::getline(file, line)) {
        const std::vector<std::string> cells = cellsOf(line);
        const auto date = parseIsoDate(cells.front());
        if (!date || column >= cells.size())
            continue;
        if (const auto close = parseNumber(cells[column]))
            closes.emplace(*date, *close);
    }
    return true;
}

inline InstrumentData instrumentOf(const Symbol& symbol, const std::map<Date, double>& closes) {
    std::vector<Date> dates;
    std::vector<double> values;
    for (const auto& [date, close] : closes) {
        dates.push_back(date);
        values.push_back(close);
    }
    return instrumentOf(symbol, dates, values);
}

/// Empty where the shared data are not present.
inline std::vector<InstrumentData> realPair() {
    const std::string root = std::string(ROTASCOPE_SHARED) + "/data/real/";
    std::vector<InstrumentData> pair;
    for (const std::string symbol : {"RUT", "SPX"}) {
        std::map<Date, double> closes;
        if (!addCloses(root + "hjyssg+tqqq_simulation/data/^" + symbol + ".csv", closes) ||
            !addCloses(root + "heliar-k+market-base/data/indices/" + symbol + ".csv", closes))
            return {};
        pair.push_back(instrumentOf(symbol, closes));
    }
    return pair;
}

} // namespace rotascope::test
