#include "core/report/relative_text.h"

#include "core/analysis/performance_table.h"
#include "core/analysis/relative/chain_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/report/relative_json.h"
#include "core/report/text_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rotascope {

namespace {

std::vector<std::string> legCells(const ChainLeg& leg) {
    return {leg.from + " − " + leg.to, std::string(leg.meaning), pointsText(leg.spread), zText(leg.z),
            percentileText(leg.percentile)};
}

TextTable legTable(const DivergenceChain& chain) {
    TextTable table{{"", "", "spread", "z", "percentile"}, {}};
    for (const ChainLeg& leg : chain.legs)
        table.rows.push_back(legCells(leg));
    table.rows.push_back(legCells(chain.whole));
    return table;
}

TextTable boardTable(std::span<const BoardRow> rows) {
    TextTable table{{"pair", "small", "large", "spread", "z", "percentile", "after beta", "z", "as of"}, {}};
    for (const BoardRow& row : rows)
        table.rows.push_back({row.pair.small + "/" + row.pair.large, percentText(row.returnSmall),
                              percentText(row.returnLarge), pointsText(row.spread), zText(row.z),
                              percentileText(row.percentile), pointsText(row.betaSpread), zText(row.betaZ),
                              row.asOf ? dayMonthYear(*row.asOf) : "–"});
    return table;
}

std::string missingText(std::span<const BoardRow> rows) {
    std::string text;
    for (const BoardRow& row : rows)
        if (!row.missing.empty())
            text += fmt::format("  {}/{}: {}\n", row.pair.small, row.pair.large, row.missing);
    return text.empty() ? text : "\nMissing\n" + text;
}

TextTable groupTable(const GroupRatio& groups) {
    TextTable table{{"sessions", "from", groups.first.name, groups.second.name, "spread"}, {}};
    for (const PerformanceRow& row : performanceTable(groups.pair, false))
        table.rows.push_back({row.label, row.base ? dayMonthYear(*row.base) : "–", percentText(row.small),
                              percentText(row.large), pointsText(row.spread)});
    return table;
}

std::string missingMembers(const BasketIndex& index) {
    return index.missing.empty()
               ? std::string()
               : fmt::format("Not in {}, no closes by that date: {}.\n", index.name, listed(index.missing));
}

} // namespace

std::string demoMark(bool isDemo) {
    return isDemo ? " · DEMO: an invented market" : "";
}

std::string chainReport(const DivergenceChain& chain, bool isDemo) {
    std::string text =
        fmt::format("{} · {} · as of {}{}\n\n", fmt::join(chain.params.links, " → "),
                    sessionsInWords(chain.params.days), weekdayDayMonthYear(chain.asOf), demoMark(isDemo));
    text += plainText(chainHeadline(chain)) + "\n\n" + alignedText(legTable(chain), {1});
    return text + fmt::format("\n{} common sessions since {}, {} dropped · z by expanding σ\n",
                              groupedCount(static_cast<long long>(chain.dates.size())),
                              dayMonthYear(chain.dates.front()), chain.dropped);
}

std::string boardReport(std::span<const BoardRow> rows, int days, bool isDemo) {
    const auto last = lastDateOf(rows);
    std::string text = fmt::format("Pair board · {}{}{}\n\n", sessionsInWords(days),
                                   last ? " · as of " + weekdayDayMonthYear(*last) : "", demoMark(isDemo));
    text += alignedText(boardTable(rows)) + "\n";
    for (const std::string& sentence : boardInWords(rows, days))
        text += sentence + "\n";
    return text + missingText(rows) +
           "\nz by expanding σ · each pair on its own last common session · after beta: β from 252 daily "
           "returns\n";
}

std::string groupsReport(const GroupRatio& groups, int days, bool isDemo) {
    std::string text = fmt::format("{} against {} · as of {}{}\n\n", groups.first.name, groups.second.name,
                                   weekdayDayMonthYear(groups.pair.dates.back()), demoMark(isDemo));
    text += plainText(groupHeadline(groups, days)) + "\n\n" + alignedText(groupTable(groups), {1}) + "\n";
    text += missingMembers(groups.first) + missingMembers(groups.second);
    return text + fmt::format("Equal weights set anew every day · {} common sessions since {}\n",
                              groupedCount(static_cast<long long>(groups.pair.size())),
                              dayMonthYear(groups.pair.dates.front()));
}

} // namespace rotascope
