#include "core/analysis/headline.h"

#include "core/analysis/event_headline.h"
#include "core/analysis/wording.h"
#include "core/analysis/z_score.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

namespace rotascope {

namespace {

struct LegName {
    std::string_view symbol;
    std::string_view noun;
};

/// ★ Legs with a name of their own; a pair with any other leg is told by its symbols.
constexpr std::array kSmallLegs{LegName{"RUT", "Small caps"}, LegName{"IWM", "Small caps"},
                                LegName{"VB", "Small caps"}, LegName{"IJR", "Small caps"}};
constexpr std::array kLargeLegs{LegName{"SPX", "large caps"}, LegName{"SPY", "large caps"},
                                LegName{"VOO", "large caps"}, LegName{"IVV", "large caps"}};

/// ★ How a sentence calls each estimate, in the order of kSigmaModes.
constexpr std::array<std::string_view, kSigmaModeCount> kYardsticks{
    "against all history", "in-sample",  "against the last year's σ", "against the last three years' σ",
    "under the robust σ",  "under EWMA",
};

std::optional<std::string_view> nounOf(const Symbol& symbol, const std::array<LegName, 4>& names) {
    const auto* at =
        std::find_if(names.begin(), names.end(), [&](const LegName& leg) { return leg.symbol == symbol; });
    return at == names.end() ? std::nullopt : std::optional(at->noun);
}

struct PairNames {
    std::string small; ///< begins a sentence
    std::string large;
    std::string object; ///< " QQQ" where the other leg has to be named after a verb, else empty
};

PairNames namesOf(const Divergence& d) {
    const auto small = nounOf(d.small.symbol, kSmallLegs);
    const auto large = nounOf(d.large.symbol, kLargeLegs);
    if (small && large)
        return {std::string(*small), std::string(*large), ""};
    return {d.small.symbol, d.large.symbol, " " + d.large.symbol};
}

std::string ownMove(const Divergence& d) {
    if (d.small.kind == InstrumentKind::Index)
        return "The index's own move";
    const bool fund = d.small.kind == InstrumentKind::Fund || d.small.kind == InstrumentKind::LeveragedFund;
    return fund ? "The fund's own move" : d.small.symbol + "'s own move";
}

std::string signedPoints(double fraction) {
    return signedNumber(fraction * 100, 1) + " points";
}
bool roundsToNothing(double fraction) {
    return pointsInWords(fraction) == pointsInWords(0);
}

/// "Small caps led by 5.2 points in five sessions"
std::string moveSentence(const Divergence& d) {
    const PairNames names = namesOf(d);
    const std::string window = sessionsInWords(d.params.days);
    if (std::isnan(d.spread))
        return fmt::format("{} against {} has no return over {}", names.small, names.large, window);
    if (roundsToNothing(d.spread))
        return fmt::format("{} moved in step with {} over {}", names.small, names.large, window);
    return fmt::format("{} {}{} by {} in {}", names.small, d.spread > 0 ? "led" : "lagged", names.object,
                       pointsInWords(d.spread), window);
}

const ZReading& reading(const ZReadings& readings, SigmaMode mode) {
    return readings[indexOf(mode)];
}
double mainZ(const Divergence& d) {
    return reading(d.zSpread, SigmaMode::Expanding).z;
}

/// Why there is no z.
std::string missingZ(const Divergence& d) {
    if (std::isnan(d.spread))
        return "A price of zero or below has no return.";
    const auto moves = static_cast<long long>(d.pair.size()) - d.params.days;
    const auto needed = static_cast<long long>(kSigmaWarmUp);
    if (moves < needed)
        return fmt::format("No z yet: σ needs {} moves, and there {} {}.", needed, moves == 1 ? "is" : "are",
                           groupedCount(moves));
    return "No z: the spread has hardly moved, σ is zero.";
}

bool isEvent(double z, double direction) {
    return (direction < 0 ? -z : z) >= kEventThreshold;
}

std::vector<SigmaMode> modesWhere(const ZReadings& readings, double direction, bool event) {
    std::vector<SigmaMode> modes;
    for (const SigmaModeInfo& info : kSigmaModes) {
        const double z = reading(readings, info.mode).z;
        if (info.mode != SigmaMode::InSample && !std::isnan(z) && isEvent(z, direction) == event)
            modes.push_back(info.mode);
    }
    return modes;
}

std::string yardsticks(const std::vector<SigmaMode>& modes, const ZReadings& readings) {
    std::vector<std::string> texts;
    for (const SigmaMode mode : modes)
        texts.push_back(
            fmt::format("{} (z {})", kYardsticks[indexOf(mode)], zText(reading(readings, mode).z)));
    return listed(texts);
}

/// "under the robust σ (z +3.02) and under EWMA (z +3.30) the index alone is one"; empty where the small leg
/// alone is an event under no estimate or under the expanding one, whose z has been told.
std::string aloneClause(const Divergence& d) {
    const std::vector<SigmaMode> modes = modesWhere(d.zSmall, d.spread, true);
    if (modes.empty() || isEvent(reading(d.zSmall, SigmaMode::Expanding).z, d.spread))
        return {};
    const std::string alone =
        d.small.kind == InstrumentKind::Index ? "the index alone" : d.small.symbol + " alone";
    return fmt::format("{} {} is one", yardsticks(modes, d.zSmall), alone);
}

/// All estimates say the same of the spread.
std::string agreement(const Divergence& d) {
    double low = mainZ(d);
    double high = low;
    for (const ZReading& each : d.zSpread) {
        low = std::fmin(low, each.z);
        high = std::fmax(high, each.z);
    }
    const bool event = isEvent(mainZ(d), d.spread);
    const std::string alone = event ? "" : aloneClause(d);
    return fmt::format("{} by any yardstick (z {} to {}){}.", event ? "An event" : "No event", zText(low),
                       zText(high), alone.empty() ? "" : ", but " + alone);
}

/// Estimates that contradict the expanding one come first, then those under which the small leg alone is an
/// event.
std::string yardstickSentence(const Divergence& d) {
    const bool event = isEvent(mainZ(d), d.spread);
    const std::vector<SigmaMode> others = modesWhere(d.zSpread, d.spread, !event);
    if (others.empty())
        return agreement(d);
    const std::string alone = aloneClause(d);
    return fmt::format("It depends on the yardstick: {} the spread is {}{}.", yardsticks(others, d.zSpread),
                       event ? "no event" : "an event", alone.empty() ? "" : "; " + alone + " too");
}

/// "After beta (1.28) +4.6 points remain, z +3.15."; empty before there is a beta.
std::string betaSentence(const Divergence& d) {
    if (std::isnan(d.beta.spread))
        return {};
    const std::string z = std::isnan(d.beta.z) ? "" : fmt::format(", z {}", zText(d.beta.z));
    const bool partLeft = d.beta.spread * d.spread > 0 && std::abs(d.beta.spread) <= std::abs(d.spread);
    return fmt::format("After beta ({}) {}{}{}.", groupedNumber(d.beta.beta, 2), partLeft ? "" : "it is ",
                       signedPoints(d.beta.spread) + (partLeft ? " remain" : ""), z);
}

/// Among all spreads so far.
std::string placeOf(const Divergence& d) {
    return placeInHistory(d.percentile, d.pair.size() - static_cast<std::size_t>(d.params.days));
}

/// "An ordinary move: 86 % of all five-session spreads were larger."
std::string ordinarySentence(const Divergence& d) {
    std::size_t moves = 0;
    std::size_t larger = 0;
    for (const double spread : d.history.spread) {
        moves += std::isnan(spread) ? 0 : 1;
        larger += std::abs(spread) > std::abs(d.spread) ? 1 : 0;
    }
    if (moves == 0)
        return {};
    return fmt::format("An ordinary move: {} of all {}-session spreads were larger.",
                       shareText(static_cast<double>(larger) / static_cast<double>(moves)),
                       numberWord(d.params.days));
}

/// "gave back 0.4 points"
std::string whatFollowed(bool afterLead, double mean) {
    if (roundsToNothing(mean))
        return "kept what they had";
    if (afterLead)
        return mean > 0 ? "led by a further " + pointsInWords(mean) : "gave back " + pointsInWords(mean);
    return mean > 0 ? "won back " + pointsInWords(mean) : "lost a further " + pointsInWords(mean);
}

std::string tooFew(std::size_t moves, std::string_view kind) {
    if (moves == 0)
        return fmt::format("No earlier {} was as large.", kind);
    return fmt::format("Only {} earlier {}{} as large: too few to say what follows.",
                       numberWord(static_cast<int>(moves)), kind, moves == 1 ? " was" : "s were");
}

/// "After 57 earlier leads of this size small caps gave back 0.4 points over the next five sessions (ahead in
/// 42 %, any session 50 %; p 0.01)."
std::string aftermathSentence(const Divergence& d, const Aftermath& aftermath) {
    const bool led = d.spread > 0;
    const std::string_view kind = led ? "lead" : "lag";
    if (aftermath.outcomes.size == SampleSize::ListOnly)
        return tooFew(aftermath.moves, kind);
    const OutcomeFigures& followed = aftermath.outcomes.relative;
    std::string p;
    if (!std::isnan(followed.placebo))
        p = "; p " + pText(followed.placebo);
    if (verdictOf(aftermath.outcomes, followed) == Verdict::NotDistinguishable)
        p += ", not distinguishable";
    return fmt::format(
        "After {} earlier {}s of this size small caps {} over the next {} (ahead in {}, any session {}{}).",
        groupedCount(static_cast<long long>(aftermath.moves)), kind,
        whatFollowed(led, followed.inference.mean), sessionsInWords(d.params.days), shareText(followed.hit),
        shareText(followed.baselineHit), p);
}

} // namespace

Headline divergenceHeadline(const Divergence& d) {
    Headline headline;
    const bool hasZ = !std::isnan(mainZ(d));
    addSentence(headline, Emphasis::Strong,
                hasZ ? fmt::format("{}: z {} on the spread.", moveSentence(d), zText(mainZ(d)))
                     : moveSentence(d) + ".");
    const double alone = reading(d.zSmall, SigmaMode::Expanding).z;
    if (!std::isnan(d.returnSmall))
        addSentence(headline, Emphasis::Normal,
                    std::isnan(alone) ? fmt::format("{} was {}.", ownMove(d), percentText(d.returnSmall))
                                      : fmt::format("{} ({}) was z {}.", ownMove(d),
                                                    percentText(d.returnSmall), zText(alone)));
    addSentence(headline, Emphasis::Muted, hasZ ? yardstickSentence(d) : missingZ(d));
    addSentence(headline, Emphasis::Muted, betaSentence(d));
    return headline;
}

Headline overviewHeadline(const Divergence& d, const std::optional<Aftermath>& aftermath,
                          const Headline& week) {
    Headline headline;
    addSentence(headline, Emphasis::Strong, moveSentence(d));
    if (!std::isnan(d.spread)) {
        const std::string z = std::isnan(mainZ(d)) ? "" : fmt::format(", z {}", zText(mainZ(d)));
        const std::string returns =
            week.empty() ? fmt::format(": {} {} against {} {}", d.small.symbol, percentText(d.returnSmall),
                                       d.large.symbol, percentText(d.returnLarge))
                         : "";
        addSentence(headline, Emphasis::Normal, fmt::format("({}{}){}.", placeOf(d), z, returns));
        if (!week.empty())
            headline.back().text += ' ';
        headline.insert(headline.end(), week.begin(), week.end());
    }
    if (std::isnan(mainZ(d)))
        addSentence(headline, Emphasis::Muted, missingZ(d));
    else
        addSentence(headline, Emphasis::Muted,
                    aftermath ? aftermathSentence(d, *aftermath) : ordinarySentence(d));
    return headline;
}

void addSentence(Headline& headline, Emphasis emphasis, const std::string& sentence) {
    if (sentence.empty())
        return;
    if (!headline.empty())
        headline.back().text += ' ';
    if (!headline.empty() && headline.back().emphasis == emphasis)
        headline.back().text += sentence;
    else
        headline.push_back({sentence, emphasis});
}

std::string plainText(const Headline& headline) {
    std::string text;
    for (const HeadlineRun& run : headline)
        text += run.text;
    return text;
}

} // namespace rotascope
