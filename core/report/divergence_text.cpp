#include "core/report/divergence_text.h"

#include "core/analysis/headline.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/report/text_table.h"

#include <fmt/format.h>

#include <cmath>

namespace rotascope {

namespace {

std::string heading(const Divergence& d, bool isDemo) {
    return fmt::format("{} vs {} · as of {}{}\n", d.small.symbol, d.large.symbol, weekdayDayMonthYear(d.asOf),
                       isDemo ? " · DEMO: an invented market" : "");
}

TextTable moveTable(const Divergence& d) {
    return {
        {fmt::format("{} session{}", d.params.days, d.params.days == 1 ? "" : "s"), "return", "percentile"},
        {{d.small.symbol, percentText(d.returnSmall), percentileText(d.percentileSmall)},
         {d.large.symbol, percentText(d.returnLarge), ""},
         {"spread", pointsText(d.spread), percentileText(d.percentile)}}};
}

TextTable zTable(const Divergence& d) {
    TextTable table{{"z by σ", "spread", "percentile", d.small.symbol + " alone", "percentile"}, {}};
    for (const SigmaModeInfo& info : kSigmaModes) {
        const ZReading& spread = d.zSpread[indexOf(info.mode)];
        const ZReading& small = d.zSmall[indexOf(info.mode)];
        table.rows.push_back({std::string(info.label), zText(spread.z), percentileText(spread.percentile),
                              zText(small.z), percentileText(small.percentile)});
    }
    table.rows.push_back({"beta-adjusted", zText(d.beta.z), percentileText(d.beta.percentile)});
    return table;
}

std::string betaLine(const Divergence& d) {
    if (std::isnan(d.beta.beta))
        return "Beta needs 252 daily returns.";
    return fmt::format("Beta {} over 252 sessions; {} of the spread remain after it.",
                       groupedNumber(d.beta.beta, 2), pointsText(d.beta.spread));
}

TextTable performance(const Divergence& d) {
    TextTable table{
        {d.params.calendar ? "calendar" : "sessions", "from", d.small.symbol, d.large.symbol, "spread"}, {}};
    for (const PerformanceRow& row : d.table)
        table.rows.push_back({row.label, row.base ? dayMonthYear(*row.base) : "–", percentText(row.small),
                              percentText(row.large), pointsText(row.spread)});
    return table;
}

std::string sampleLine(const Divergence& d) {
    const auto dropped = static_cast<long long>(d.pair.droppedSmall + d.pair.droppedLarge);
    const std::string count = groupedCount(dropped) + (dropped == 1 ? " date" : " dates");
    return fmt::format("{} common sessions since {} · {}",
                       groupedCount(static_cast<long long>(d.pair.size())),
                       dayMonthYear(d.pair.dates.front()),
                       dropped == 0 ? "no date dropped" : count + " dropped that only one leg has");
}

} // namespace

std::string conventionsLine(const Divergence& d) {
    return fmt::format("{} session{} · σ {} · price return{} · data to {}", d.params.days,
                       d.params.days == 1 ? "" : "s", infoOf(SigmaMode::Expanding).label,
                       d.params.calendar ? " · table by calendar" : "", dayMonthYear(d.asOf));
}

std::vector<NamedTable> divergenceTables(const Divergence& d) {
    return {{"move", "The move", moveTable(d), {}},
            {"z", "z under six estimates of σ", zTable(d), {}},
            {"performance", "Performance", performance(d), {}}};
}

std::vector<std::string> divergenceNotes(const Divergence& d) {
    return {betaLine(d), sampleLine(d)};
}

std::string divergenceText(const Divergence& d, bool isDemo) {
    std::string text = heading(d, isDemo);
    text += plainText(divergenceHeadline(d)) + "\n\n";
    text += alignedText(moveTable(d)) + '\n';
    text += alignedText(zTable(d)) + betaLine(d) + "\n\n";
    text += alignedText(performance(d)) + '\n';
    return text + sampleLine(d) + '\n' + conventionsLine(d) + '\n';
}

} // namespace rotascope
