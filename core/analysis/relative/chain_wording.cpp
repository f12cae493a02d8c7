#include "core/analysis/relative/chain_wording.h"

#include "core/analysis/wording.h"
#include "core/analysis/z_score.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

std::size_t movesIn(const std::vector<double>& spreads) {
    return static_cast<std::size_t>(
        std::count_if(spreads.begin(), spreads.end(), [](double x) { return !std::isnan(x); }));
}

bool isUnusual(double z) {
    return std::abs(z) >= kUnusualZ;
}

std::string zIfAny(double z) {
    return std::isnan(z) ? "" : ", z " + zText(z);
}

/// "IWM led SPY by 3.8 points in five sessions"
std::string leadSentence(const std::string& from, const std::string& to, double spread, int days) {
    const std::string window = sessionsInWords(days);
    if (std::isnan(spread))
        return fmt::format("{} against {} has no return over {}", from, to, window);
    if (pointsInWords(spread) == pointsInWords(0))
        return fmt::format("{} moved in step with {} over {}", from, to, window);
    return fmt::format("{} {} {} by {} in {}", from, spread > 0 ? "led" : "lagged", to, pointsInWords(spread),
                       window);
}

/// "size (IJR − RSP)", "IJR − RSP"
std::string legName(const ChainLeg& leg) {
    const std::string step = leg.from + " − " + leg.to;
    return leg.meaning.empty() ? step : fmt::format("{} ({})", leg.meaning, step);
}

std::string partsOf(const DivergenceChain& chain) {
    std::vector<std::string> parts;
    for (const ChainLeg& leg : chain.legs)
        parts.push_back(fmt::format("{} {}", signedNumber(leg.spread * 100, 1), legName(leg)));
    return listed(parts);
}

std::string shortName(const ChainLeg& leg) {
    return leg.meaning.empty() ? leg.from + " − " + leg.to : std::string(leg.meaning);
}

/// "Unusual: size (z +3.10)." and how much history says so.
std::string unusualSentence(const DivergenceChain& chain) {
    const std::size_t moves = movesIn(chain.whole.spreads);
    if (std::isnan(chain.whole.z))
        return fmt::format("No z: it needs {} moves, there are {}.", kSigmaWarmUp, moves);
    std::vector<std::string> unusual;
    for (const ChainLeg& leg : chain.legs)
        if (isUnusual(leg.z))
            unusual.push_back(fmt::format("{} (z {})", shortName(leg), zText(leg.z)));
    const std::string history =
        fmt::format("against {} overlapping moves since {}", groupedCount(static_cast<long long>(moves)),
                    dayMonthYear(chain.dates.front()));
    if (unusual.empty())
        return fmt::format("No part is unusual (every |z| below {}) {}.", groupedNumber(kUnusualZ, 0),
                           history);
    return fmt::format("Unusual {}: {}.", history, listed(unusual));
}

std::vector<const BoardRow*> unusualRows(std::span<const BoardRow> rows) {
    std::vector<const BoardRow*> out;
    for (const BoardRow& row : rows)
        if (isUnusual(row.z))
            out.push_back(&row);
    std::stable_sort(out.begin(), out.end(),
                     [](const BoardRow* a, const BoardRow* b) { return std::abs(a->z) > std::abs(b->z); });
    return out;
}

std::string pairName(const BoardPair& pair) {
    return pair.small + "/" + pair.large;
}

} // namespace

Headline chainHeadline(const DivergenceChain& chain) {
    const ChainLeg& whole = chain.whole;
    Headline headline;
    addSentence(headline, Emphasis::Strong,
                leadSentence(whole.from, whole.to, whole.spread, chain.params.days));
    if (!std::isnan(whole.spread))
        addSentence(headline, Emphasis::Normal,
                    fmt::format("({}{}): {}.", placeInHistory(whole.percentile, movesIn(whole.spreads)),
                                zIfAny(whole.z), partsOf(chain)));
    addSentence(headline, Emphasis::Muted, unusualSentence(chain));
    return headline;
}

std::vector<std::string> boardInWords(std::span<const BoardRow> rows, int days) {
    const auto withZ =
        std::count_if(rows.begin(), rows.end(), [](const BoardRow& row) { return !std::isnan(row.z); });
    std::vector<std::string> unusual;
    for (const BoardRow* row : unusualRows(rows))
        unusual.push_back(
            fmt::format("{} {} (z {})", pairName(row->pair), pointsText(row->spread), zText(row->z)));
    std::vector<std::string> out;
    out.push_back(fmt::format("{} of {} pairs {} an unusual spread over {}{}.", unusual.size(), withZ,
                              unusual.size() == 1 ? "has" : "have", sessionsInWords(days),
                              unusual.empty() ? "" : ": " + listed(unusual)));
    std::vector<std::string> missing;
    for (const BoardRow& row : rows)
        if (std::isnan(row.z))
            missing.push_back(pairName(row.pair));
    if (!missing.empty())
        out.push_back(fmt::format("Without a z: {}.", listed(missing)));
    return out;
}

Headline groupHeadline(const GroupRatio& groups, int days) {
    const GroupMove move = groupMove(groups, days);
    Headline headline;
    addSentence(headline, Emphasis::Strong,
                leadSentence(groups.first.name, groups.second.name, move.spread, days));
    if (!std::isnan(move.spread))
        addSentence(headline, Emphasis::Normal,
                    fmt::format("({}{}): {} against {}.", placeInHistory(move.percentile, move.moves),
                                zIfAny(move.z), percentText(move.returnFirst),
                                percentText(move.returnSecond)));
    const bool atHigh = move.drawdown == 0;
    addSentence(headline, Emphasis::Muted,
                fmt::format("The ratio stands {} of {}.",
                            atHigh ? "at its highest" : plainPercentText(move.drawdown) + " below its high",
                            dayMonthYear(groups.pair.dates[move.highAt])));
    return headline;
}

} // namespace rotascope
