#include "core/report/divergence_json.h"

#include "core/base/text.h"
#include "core/report/json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rotascope {

namespace {

/// The contract's order, which is not that of the screen.
constexpr std::array kKeyOrder{SigmaMode::InSample,   SigmaMode::Expanding, SigmaMode::Rolling252,
                               SigmaMode::Rolling756, SigmaMode::Mad,       SigmaMode::Ewma94};
static_assert(kKeyOrder.size() == kSigmaModeCount);

/// One number of each reading, under the mode's id.
Json byMode(const ZReadings& readings, double ZReading::*number) {
    Json object = Json::object();
    for (const SigmaMode mode : kKeyOrder)
        object[std::string(infoOf(mode).id)] = jsonNumber(readings[indexOf(mode)].*number);
    return object;
}

Json betaAsJson(const BetaAdjusted& beta) {
    return {{"beta", jsonNumber(beta.beta)},
            {"spread", jsonNumber(beta.spread)},
            {"z", jsonNumber(beta.z)},
            {"percentile", jsonNumber(beta.percentile)}};
}

Json tableAsJson(const std::vector<PerformanceRow>& table) {
    Json rows = Json::array();
    for (const PerformanceRow& row : table)
        rows.push_back({{"horizon", row.horizon},
                        {"base", jsonDate(row.base)},
                        {"small", jsonNumber(row.small)},
                        {"large", jsonNumber(row.large)},
                        {"spread", jsonNumber(row.spread)}});
    return rows;
}

/// Positions [first, last) of the sessions in range.
std::pair<std::size_t, std::size_t> sessionsIn(const std::vector<Date>& dates, HistoryRange range) {
    const auto first = range.from ? std::lower_bound(dates.begin(), dates.end(), *range.from) : dates.begin();
    const auto last = range.to ? std::upper_bound(dates.begin(), dates.end(), *range.to) : dates.end();
    const auto begin = static_cast<std::size_t>(first - dates.begin());
    return {begin, std::max(begin, static_cast<std::size_t>(last - dates.begin()))};
}

} // namespace

Json divergenceAsJson(const Divergence& d) {
    return {{"as_of", isoText(d.asOf)},
            {"small", d.small.symbol},
            {"large", d.large.symbol},
            {"sessions", d.pair.size()},
            {"first", isoText(d.pair.dates.front())},
            {"last", isoText(d.pair.dates.back())},
            {"dropped", d.pair.droppedSmall + d.pair.droppedLarge},
            {"days", d.params.days},
            {"calendar", d.params.calendar},
            {"return_small", jsonNumber(d.returnSmall)},
            {"return_large", jsonNumber(d.returnLarge)},
            {"spread", jsonNumber(d.spread)},
            {"z", byMode(d.zSpread, &ZReading::z)},
            {"z_small", byMode(d.zSmall, &ZReading::z)},
            {"percentile", jsonNumber(d.percentile)},
            {"percentile_small", jsonNumber(d.percentileSmall)},
            {"percentiles", byMode(d.zSpread, &ZReading::percentile)},
            {"percentiles_small", byMode(d.zSmall, &ZReading::percentile)},
            {"beta", betaAsJson(d.beta)},
            {"table", tableAsJson(d.table)}};
}

std::string divergenceJson(const Divergence& divergence) {
    return jsonText(divergenceAsJson(divergence));
}

Json zscoreAsJson(const Divergence& d, SigmaMode mode, HistoryRange range) {
    Json rows = Json::array();
    const auto [first, last] = sessionsIn(d.pair.dates, range);
    for (std::size_t i = first; i < last; ++i)
        rows.push_back({{"date", isoText(d.pair.dates[i])},
                        {"return_small", jsonNumber(d.history.returnSmall[i])},
                        {"return_large", jsonNumber(d.history.returnLarge[i])},
                        {"spread", jsonNumber(d.history.spread[i])},
                        {"z", jsonNumber(d.history.zSpread[indexOf(mode)][i])}});
    return {{"as_of", isoText(d.asOf)},  {"small", d.small.symbol}, {"large", d.large.symbol},
            {"sessions", d.pair.size()}, {"days", d.params.days},   {"sigma", infoOf(mode).id},
            {"rows", std::move(rows)}};
}

std::string zscoreJson(const Divergence& divergence, SigmaMode mode, HistoryRange range) {
    return jsonText(zscoreAsJson(divergence, mode, range));
}

std::string zscoreCsv(const Divergence& d, SigmaMode mode, HistoryRange range) {
    std::string text = "date,return_small,return_large,spread,z\n";
    const auto [first, last] = sessionsIn(d.pair.dates, range);
    for (std::size_t i = first; i < last; ++i) {
        text += isoText(d.pair.dates[i]);
        for (const double value : {d.history.returnSmall[i], d.history.returnLarge[i], d.history.spread[i],
                                   d.history.zSpread[indexOf(mode)][i]})
            text += ',' + shortestNumber(value);
        text += '\n';
    }
    return text;
}

} // namespace rotascope
