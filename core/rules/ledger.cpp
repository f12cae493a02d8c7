#include "core/rules/ledger.h"

#include "core/indicators/returns.h"

#include <algorithm>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double worstWithin(const PairSeries& pair, std::size_t entry, std::size_t window) {
    if (entry + window >= pair.size())
        return kNone;
    const auto first = pair.small.begin() + static_cast<std::ptrdiff_t>(entry);
    return simpleReturn(*first,
                        *std::min_element(first + 1, first + 1 + static_cast<std::ptrdiff_t>(window)));
}

LedgerRow rowOf(const RuleReading& reading, const Episode& episode, EntryRule rule) {
    const PairSeries& pair = reading.ground->pair;
    LedgerRow row;
    row.episode = episode;
    row.first = pair.dates[episode.first];
    if (episode.isOver)
        row.last = pair.dates[episode.last];
    row.isRecord = reading.rule.born && row.first >= *reading.rule.born;
    row.absolute.fill(kNone);
    row.relative.fill(kNone);
    const std::size_t entry = episode.first + entryLag(rule);
    for (std::size_t h = 0; h < kLedgerHorizons.size(); ++h)
        if (const auto exit = exitOf(pair, entry, kLedgerHorizons[h], false)) {
            row.absolute[h] = simpleReturn(pair.small[entry], pair.small[*exit]);
            row.relative[h] = row.absolute[h] - simpleReturn(pair.large[entry], pair.large[*exit]);
        }
    for (std::size_t w = 0; w < kLossWindows.size(); ++w)
        row.worst[w] = worstWithin(pair, entry, kLossWindows[w]);
    return row;
}

} // namespace

std::vector<LedgerRow> ledgerRows(const RuleReading& reading, EntryRule entry) {
    std::vector<LedgerRow> rows;
    for (const Episode& episode : reading.history.episodes)
        rows.push_back(rowOf(reading, episode, entry));
    return rows;
}

RuleLedger ledgerOf(const RuleReading& reading, EntryRule entry) {
    RuleLedger out;
    out.entry = entry;
    if (!reading.ground)
        return out;
    out.hasPair = reading.ground->isPair();
    const PairSeries& pair = reading.ground->pair;
    EventPattern pattern;
    for (std::size_t i = 0; i < reading.history.states.size(); ++i)
        if (reading.columns.truth[i] != Truth::Unknown)
            pattern.eligible.push_back(i);
    out.eligible = pattern.eligible.size();
    std::vector<std::size_t> before, since;
    out.rows = ledgerRows(reading, entry);
    for (const LedgerRow& row : out.rows)
        (row.isRecord ? since : before).push_back(row.episode.first);
    if (pattern.eligible.empty())
        return out;
    const std::vector<std::uint8_t> groups = baselineGroups(pair, pattern.eligible, BaselineRule::AnySession);
    const auto figures = [&](const std::vector<std::size_t>& events) {
        pattern.events = events;
        return LedgerFigures{events.size(), {}, lossOdds(pair, pattern, entry)};
    };
    std::vector<std::size_t> all(before);
    all.insert(all.end(), since.begin(), since.end());
    out.all = figures(all);
    out.hindsight = figures(before);
    out.record = figures(since);
    for (const std::size_t horizon : kLedgerHorizons) {
        const HorizonSample sample =
            horizonSample(pair, pattern.eligible, groups, {entry, false, BaselineRule::AnySession}, horizon);
        out.all.horizons.push_back(outcomesOf(pair, sample, all, LargeCaps::No));
        out.hindsight.horizons.push_back(since.empty() ? out.all.horizons.back()
                                                       : outcomesOf(pair, sample, before, LargeCaps::No));
        out.record.horizons.push_back(outcomesOf(pair, sample, since, LargeCaps::No));
    }
    return out;
}

} // namespace rotascope
