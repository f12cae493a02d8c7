#include "core/report/relative_json.h"

#include "core/analysis/performance_table.h"
#include "core/analysis/relative/chain_wording.h"
#include "core/report/json.h"

#include <algorithm>

namespace rotascope {

namespace {

Json legJson(const ChainLeg& leg) {
    return {{"from", leg.from},
            {"to", leg.to},
            {"meaning", jsonSentence(leg.meaning)},
            {"spread", jsonNumber(leg.spread)},
            {"z", jsonNumber(leg.z)},
            {"percentile", jsonNumber(leg.percentile)}};
}

Json rowJson(const BoardRow& row) {
    return {{"small", row.pair.small},
            {"large", row.pair.large},
            {"as_of", jsonDate(row.asOf)},
            {"return_small", jsonNumber(row.returnSmall)},
            {"return_large", jsonNumber(row.returnLarge)},
            {"spread", jsonNumber(row.spread)},
            {"z", jsonNumber(row.z)},
            {"percentile", jsonNumber(row.percentile)},
            {"beta_spread", jsonNumber(row.betaSpread)},
            {"beta_z", jsonNumber(row.betaZ)},
            {"missing", jsonSentence(row.missing)}};
}

Json groupJson(const BasketIndex& index, double move) {
    return {{"name", index.name},
            {"sessions", index.dates.size()},
            {"missing", index.missing},
            {"return", jsonNumber(move)}};
}

Json tableJson(const GroupRatio& groups) {
    Json list = Json::array();
    for (const PerformanceRow& row : performanceTable(groups.pair, false))
        list.push_back({{"horizon", row.horizon},
                        {"from", jsonDate(row.base)},
                        {"first", jsonNumber(row.small)},
                        {"second", jsonNumber(row.large)},
                        {"spread", jsonNumber(row.spread)}});
    return list;
}

} // namespace

std::optional<Date> lastDateOf(std::span<const BoardRow> rows) {
    std::optional<Date> last;
    for (const BoardRow& row : rows)
        last = row.asOf ? std::max(last.value_or(*row.asOf), *row.asOf) : last;
    return last;
}

Json chainAsJson(const DivergenceChain& chain) {
    Json legs = Json::array();
    for (const ChainLeg& leg : chain.legs)
        legs.push_back(legJson(leg));
    return {{"as_of", isoText(chain.asOf)},
            {"days", chain.params.days},
            {"links", chain.params.links},
            {"first", isoText(chain.dates.front())},
            {"sessions", chain.dates.size()},
            {"dropped", chain.dropped},
            {"whole", legJson(chain.whole)},
            {"legs", std::move(legs)},
            {"words", plainText(chainHeadline(chain))}};
}

Json boardAsJson(std::span<const BoardRow> rows, int days) {
    Json list = Json::array();
    for (const BoardRow& row : rows)
        list.push_back(rowJson(row));
    return {{"as_of", jsonDate(lastDateOf(rows))},
            {"days", days},
            {"pairs", std::move(list)},
            {"words", boardInWords(rows, days)}};
}

Json groupsAsJson(const GroupRatio& groups, int days) {
    const GroupMove move = groupMove(groups, days);
    return {{"as_of", isoText(groups.pair.dates.back())},
            {"days", days},
            {"sessions", groups.pair.size()},
            {"first", groupJson(groups.first, move.returnFirst)},
            {"second", groupJson(groups.second, move.returnSecond)},
            {"spread", jsonNumber(move.spread)},
            {"z", jsonNumber(move.z)},
            {"percentile", jsonNumber(move.percentile)},
            {"ratio",
             {{"value", jsonNumber(groups.ratio.back())},
              {"is_100_on", isoText(groups.pair.dates.front())},
              {"high_on", isoText(groups.pair.dates[move.highAt])},
              {"drawdown", jsonNumber(move.drawdown)}}},
            {"table", tableJson(groups)},
            {"words", plainText(groupHeadline(groups, days))}};
}

} // namespace rotascope
