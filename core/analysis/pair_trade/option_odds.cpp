#include "core/analysis/pair_trade/option_odds.h"

#include "core/analysis/event_baseline.h"
#include "core/analysis/pair_trade/bracket.h"
#include "core/indicators/returns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rotascope {

namespace {

Beyond beyondOf(std::size_t hits, std::size_t n) {
    const double share = n == 0 ? std::numeric_limits<double>::quiet_NaN()
                                : static_cast<double>(hits) / static_cast<double>(n);
    return {n, share, wilson(hits, n)};
}

template <class Sessions, class Wanted>
Beyond countBeyond(const PairSeries& pair, const StrikeOdds& odds, const Sessions& sessions, Wanted wanted) {
    std::size_t n = 0;
    std::size_t hits = 0;
    for (const std::size_t at : sessions) {
        if (at + odds.sessions >= pair.size() || !wanted(at))
            continue;
        const double end = pair.small[at + odds.sessions] / pair.small[at];
        ++n;
        hits += (odds.above ? end >= odds.strike : end <= odds.strike) ? 1 : 0;
    }
    return beyondOf(hits, n);
}

Result<void> checkStructure(const OptionStructure& structure) {
    if (structure.kind == OptionKind::CalendarSpread)
        return refused("no_payoff",
                       "A calendar spread has no payoff of its own at the near expiry: the far option "
                       "still has a price then, and none is invented here.");
    if (!(structure.low > 0) || !(structure.high > structure.low))
        return usageError("bad_structure", "The lower strike must lie below the upper one, both above zero.");
    return {};
}

Result<void> checkPremium(const OptionStructure& structure) {
    if (const auto checked = checkStructure(structure); !checked)
        return checked;
    if (!structure.premium || !(*structure.premium > 0))
        return usageError("bad_structure",
                          "The premium must be typed in, above zero; no option price is invented.");
    return {};
}

} // namespace

const OptionPreset* optionPresetNamed(std::string_view id) {
    for (const OptionPreset& preset : kOptionPresets)
        if (preset.id == id)
            return &preset;
    return nullptr;
}

StrikeOdds strikeOdds(const PairSeries& pair, double strike, bool above, std::size_t sessions,
                      std::span<const std::size_t> entries) {
    StrikeOdds out{strike, above, sessions, {}, {}, {}};
    std::vector<std::size_t> every(pair.size());
    std::iota(every.begin(), every.end(), std::size_t{0});
    out.anySession = countBeyond(pair, out, every, [](std::size_t) { return true; });
    out.afterRule = countBeyond(pair, out, entries, [](std::size_t) { return true; });
    const std::vector<std::uint8_t> groups = baselineGroups(pair, every, BaselineRule::SameVolatility);
    out.sameVolatility =
        countBeyond(pair, out, every, [&](std::size_t at) { return groups[at] == groups.back(); });
    return out;
}

std::vector<StrikeOdds> strikesOf(const SeriesView& closes, std::span<const double> strikes,
                                  std::span<const std::size_t> expiries, std::span<const Date> days) {
    // The odds are of one price: both legs of the "pair" are its own.
    const PairSeries price = commonSessions(closes, closes);
    const std::vector<std::size_t> entries = entriesAfter(days, price.dates);
    std::vector<StrikeOdds> odds;
    for (const std::size_t sessions : expiries)
        for (const double strike : strikes) {
            const bool isNamedTwice = std::any_of(odds.begin(), odds.end(), [&](const StrikeOdds& row) {
                return row.sessions == sessions && !(row.strike < strike) && !(strike < row.strike);
            });
            if (!isNamedTwice)
                odds.push_back(strikeOdds(price, strike, strike >= 1, sessions, entries));
        }
    return odds;
}

std::vector<double> endingShares(const PairSeries& pair, std::size_t sessions, int low, int high) {
    std::vector<double> shares(static_cast<std::size_t>(high - low + 1), 0);
    const std::size_t n = pair.size() > sessions ? pair.size() - sessions : 0;
    for (std::size_t at = 0; at < n; ++at) {
        const double move = simpleReturn(pair.small[at], pair.small[at + sessions]) * 100;
        const auto percent = std::lround(std::clamp(move, -1e6, 1e6));
        if (percent >= low && percent <= high)
            shares[static_cast<std::size_t>(percent - low)] += 1;
    }
    for (double& share : shares)
        share = n == 0 ? std::numeric_limits<double>::quiet_NaN() : share / static_cast<double>(n);
    return shares;
}

Result<double> worthAtExpiry(const OptionStructure& structure, double end) {
    if (const auto checked = checkStructure(structure); !checked)
        return Failure(checked.error());
    if (structure.kind == OptionKind::CallSpread)
        return std::clamp(end - structure.low, 0.0, structure.high - structure.low);
    return -std::max(0.0, structure.low - end) - std::max(0.0, end - structure.high);
}

Result<double> payoffAtExpiry(const OptionStructure& structure, double end) {
    if (const auto checked = checkPremium(structure); !checked)
        return Failure(checked.error());
    const double premium =
        structure.kind == OptionKind::ShortStrangle ? *structure.premium : -*structure.premium;
    return *worthAtExpiry(structure, end) + premium;
}

Result<std::vector<double>> breakevens(const OptionStructure& structure) {
    if (const auto checked = checkPremium(structure); !checked)
        return Failure(checked.error());
    const double premium = *structure.premium;
    if (structure.kind == OptionKind::ShortStrangle)
        return std::vector<double>{structure.low - premium, structure.high + premium};
    if (premium >= structure.high - structure.low)
        return std::vector<double>{};
    return std::vector<double>{structure.low + premium};
}

Result<double> unitsForBudget(const OptionStructure& structure, double price, double budgetUsd,
                              std::optional<double> shock) {
    if (!(price > 0) || !(budgetUsd > 0))
        return usageError("bad_structure", "Price and budget must be above zero.");
    if (const auto checked = checkPremium(structure); !checked)
        return Failure(checked.error());
    if (structure.kind == OptionKind::CallSpread)
        return budgetUsd / (*structure.premium * price);
    if (!shock)
        return refused("no_shock",
                       "A short strangle has no largest loss: state the move that its budget must stand.");
    const double loss =
        -std::min(*payoffAtExpiry(structure, 1 + *shock), *payoffAtExpiry(structure, 1 - *shock));
    if (!(loss > 0))
        return refused("no_shock", "The structure still gains after that move: state a larger one.");
    return budgetUsd / (loss * price);
}

} // namespace rotascope
