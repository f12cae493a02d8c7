#include "core/analysis/event_headline.h"

#include "core/analysis/wording.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

std::string spanText(const EventStudy& study, std::size_t horizon) {
    return study.params.outcomes.calendar ? horizonName(horizon, true) : fmt::format("{} sessions", horizon);
}

std::string eventsText(std::size_t events) {
    return fmt::format("{} event{}", groupedCount(static_cast<long long>(events)), events == 1 ? "" : "s");
}

std::string points(double fraction) {
    return groupedNumber(std::abs(fraction) * 100, 1);
}

std::string verdictSentence(const HorizonOutcomes& at, const OutcomeFigures& figures) {
    const std::string evidence = fmt::format("p {}, interval {} %", pText(figures.placebo),
                                             intervalText(figures.inference.low, figures.inference.high));
    switch (verdictOf(at, figures)) {
    case Verdict::ListOnly:
        return "Too few complete events for an average; the list shows each.";
    case Verdict::SmallSample:
        return fmt::format("Small sample ({} complete): interval {} %, no p-value.", at.small.inference.n,
                           intervalText(figures.inference.low, figures.inference.high));
    case Verdict::NotDistinguishable:
        return fmt::format(
            "Not distinguishable from any session ({}); with {} effective events an excess under "
            "{} points could not be seen.",
            evidence, groupedNumber(figures.inference.nEffective, 1), points(figures.inference.detectable));
    case Verdict::Edge:
        return fmt::format("On the edge of what can be told from any session ({}); an excess under {} points "
                           "could not be seen reliably.",
                           evidence, points(figures.inference.detectable));
    case Verdict::Distinguishable:
        break;
    }
    return fmt::format("Distinguishable from any session ({}).", evidence);
}

std::string relativeSentence(const EventStudy& study, const HorizonOutcomes& at) {
    const OutcomeFigures& relative = at.relative;
    const std::string p = std::isnan(relative.placebo) ? "" : fmt::format(", p {}", pText(relative.placebo));
    return fmt::format(" Against {}: {}, ahead in {} (any session {} and {}{}).", study.pair.large,
                       pointsText(relative.inference.mean), shareText(relative.hit),
                       pointsText(relative.baselineMean), shareText(relative.baselineHit), p);
}

} // namespace

Verdict verdictOf(const HorizonOutcomes& outcomes, const OutcomeFigures& figures) {
    if (outcomes.size == SampleSize::ListOnly)
        return Verdict::ListOnly;
    if (outcomes.size == SampleSize::Small)
        return Verdict::SmallSample;
    const bool outside =
        figures.baselineMean < figures.inference.low || figures.baselineMean > figures.inference.high;
    const bool rare = figures.placebo <= 0.05;
    if (outside && rare)
        return Verdict::Distinguishable;
    return outside || rare ? Verdict::Edge : Verdict::NotDistinguishable;
}

Headline eventHeadline(const EventStudy& study, std::size_t horizon) {
    if (study.pattern.events.empty())
        return {{study.notes.front(), Emphasis::Normal}};
    const HorizonOutcomes& at = study.at(horizon);
    const std::string pattern = eventsText(study.pattern.events.size());
    if (at.size == SampleSize::ListOnly)
        return {{fmt::format("{}, {} with {} complete. ", pattern, at.small.inference.n,
                             spanText(study, horizon)),
                 Emphasis::Strong},
                {verdictSentence(at, at.small), Emphasis::Normal}};
    return {
        {fmt::format("In the {} after {} complete events {} moved {} on average, ", spanText(study, horizon),
                     at.small.inference.n, study.pair.small, percentText(at.small.inference.mean)),
         Emphasis::Strong},
        {fmt::format("any session {}. {}", percentText(at.small.baselineMean), verdictSentence(at, at.small)),
         Emphasis::Normal},
        {relativeSentence(study, at), Emphasis::Muted}};
}

std::string robustnessSentence(const EventRobustness& robustness) {
    double low = std::nan("");
    double high = std::nan("");
    for (const Combination& combination : robustness.combinations) {
        low = std::fmin(low, combination.mean);
        high = std::fmax(high, combination.mean);
    }
    const std::size_t tested = robustness.tested();
    std::string text = fmt::format("{} combination{} looked at", robustness.combinations.size(),
                                   robustness.combinations.size() == 1 ? "" : "s");
    if (!std::isnan(low))
        text += fmt::format(": means at {} from {} to {}", robustness.horizon, percentText(low),
                            percentText(high));
    if (tested > 0)
        text +=
            fmt::format("; p below 0.05 in {} of {}, about {} would be by chance", robustness.below5Percent(),
                        tested, std::lround(0.05 * static_cast<double>(tested)));
    return text + ".";
}

std::string studyLine(const EventStudy& study) {
    return fmt::format(
        "{}: {} event day{} → {}, {}; {} to {} ({} sessions), entry at the {} close{}", study.definitionText,
        groupedCount(static_cast<long long>(study.pattern.eventDays.size())),
        study.pattern.eventDays.size() == 1 ? "" : "s", eventsText(study.pattern.events.size()),
        study.params.definition.gap == 0
            ? "every one counts"
            : fmt::format("more than {} sessions apart", study.params.definition.gap),
        dayMonthYear(study.sample.first), dayMonthYear(study.sample.last),
        groupedCount(static_cast<long long>(study.sample.sessions)),
        study.params.outcomes.entry == EntryRule::NextClose ? "next" : "event's",
        study.params.outcomes.baseline == BaselineRule::SameVolatility ? ", baseline of equal volatility"
                                                                       : "");
}

std::string pText(double p) {
    if (std::isnan(p))
        return "–";
    return p < 0.01 ? "< 0.01" : groupedNumber(p, 2);
}

std::string shareText(double share) {
    return std::isnan(share) ? "–" : groupedNumber(share * 100, 0) + " %";
}

std::string intervalText(double low, double high) {
    if (std::isnan(low) || std::isnan(high))
        return "–";
    return fmt::format("{} … {}", signedNumber(low * 100, 1), signedNumber(high * 100, 1));
}

std::string horizonName(std::size_t horizon, bool calendar) {
    const auto index = horizonIndex(horizon);
    return calendar && index ? std::string(kHorizonCatalogue[*index].name) : std::to_string(horizon);
}

} // namespace rotascope
