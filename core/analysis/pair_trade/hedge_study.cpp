#include "core/analysis/pair_trade/hedge_study.h"

#include "core/analysis/event_outcomes.h"
#include "core/analysis/event_placebo.h"
#include "core/indicators/returns.h"
#include "core/indicators/sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

HedgeCase caseAt(const PairSeries& pair, std::size_t entry) {
    HedgeCase out{entry, pair.dates[entry], {}, {}};
    for (std::size_t h = 0; h < kHedgeHorizons.size(); ++h) {
        const std::size_t end = entry + kHedgeHorizons[h];
        const bool isComplete = end < pair.size();
        out.held[h] = isComplete ? simpleReturn(pair.small[entry], pair.small[end]) : kNone;
        out.hedge[h] = isComplete ? simpleReturn(pair.large[entry], pair.large[end]) : kNone;
    }
    return out;
}

/// Returns of the hedge bought on every session that its horizon is known of.
std::vector<double> everyHedge(const PairSeries& pair, std::size_t horizon) {
    std::vector<double> out;
    for (std::size_t at = 0; at + horizon < pair.size(); ++at)
        out.push_back(simpleReturn(pair.large[at], pair.large[at + horizon]));
    return out;
}

double leastOf(const std::vector<double>& values) {
    return values.empty() ? kNone : *std::min_element(values.begin(), values.end());
}

HedgeRow rowOf(const PairSeries& pair, const HedgeStudy& study, std::size_t h) {
    HedgeRow row;
    row.horizon = kHedgeHorizons[h];
    std::vector<std::size_t> entries;
    std::vector<double> held, hedge, both;
    for (const HedgeCase& one : study.cases) {
        if (std::isnan(one.held[h])) {
            ++row.incomplete;
            continue;
        }
        entries.push_back(one.entry);
        held.push_back(one.held[h]);
        hedge.push_back(one.hedge[h]);
        both.push_back(one.held[h] + study.params.weight * one.hedge[h]);
        row.losses += one.held[h] < 0 ? 1 : 0;
        row.answered += one.held[h] < 0 && one.hedge[h] > 0 ? 1 : 0;
    }
    row.n = entries.size();
    row.held = overlapInterval(entries, held, row.horizon);
    row.hedge = overlapInterval(entries, hedge, row.horizon);
    row.both = overlapInterval(entries, both, row.horizon);
    row.worstHeld = leastOf(held);
    row.worstBoth = leastOf(both);
    const std::vector<double> any = everyHedge(pair, row.horizon);
    row.anyHedge = meanOf(any);
    row.placebo = entries.size() < kSmallSample ? kNone : ShiftPlacebo(any).p(entries);
    return row;
}

} // namespace

Result<HedgeStudy> studyHedge(const PairSeries& pair, const HedgeParams& params,
                              std::span<const std::size_t> entries) {
    if (!(params.weight > 0))
        return usageError("bad_weight", "A hedge's weight must be above zero, such as 10% of the position.");
    if (pair.size() < 2)
        return refused("no_common_sessions", "The position and its hedge share no two sessions.");
    HedgeStudy study{params, {}, {}};
    for (const std::size_t entry : entries)
        if (entry < pair.size())
            study.cases.push_back(caseAt(pair, entry));
    for (std::size_t h = 0; h < kHedgeHorizons.size(); ++h)
        study.rows.push_back(rowOf(pair, study, h));
    return study;
}

} // namespace rotascope
