#include "core/analysis/event_claim.h"

#include "core/analysis/event_headline.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace rotascope {

namespace {

/// ★ First year an index was published; what is older was calculated backwards. Sources: FTSE Russell and S&P
/// Dow Jones Indices, fact sheets.
struct Launch {
    std::string_view symbol;
    int year;
};
constexpr std::array kLaunches{Launch{"RUT", 1984}, Launch{"RUI", 1984}, Launch{"RUA", 1984},
                               Launch{"SPX", 1957}, Launch{"SML", 1994}, Launch{"MID", 1991},
                               Launch{"NDX", 1985}, Launch{"IXIC", 1971}};

constexpr double kNearShare = 0.2;

bool reproduces(const ClaimedMean& claimed, double mean) {
    const double unit = 0.01 * std::pow(10.0, -claimed.decimals);
    return std::abs(mean - claimed.value) <= 0.5 * unit + 1e-12;
}

EventStudyParams paramsOf(const EventStudyParams& study, const EventClaim& claim) {
    EventStudyParams params = study;
    params.definition.on = claim.on;
    params.definition.threshold = claim.threshold;
    params.definition.direction = EventDirection::Up;
    params.definition.start = claim.since;
    params.definition.dates.reset();
    params.definition.onlyIf.clear();
    params.definition.peak = false;
    params.outcomes.entry = EntryRule::EventClose;
    params.outcomes.calendar = false;
    params.outcomes.baseline = BaselineRule::AnySession;
    return params;
}

/// Means of the claimed horizons under one σ.
Result<std::vector<HorizonOutcomes>> outcomesUnder(const Divergence& d, const EventStudyParams& params,
                                                   const EventClaim& claim) {
    const auto pattern = findEvents(d, params.definition);
    if (!pattern)
        return Failure(pattern.error());
    std::vector<std::size_t> horizons;
    for (const ClaimedMean& mean : claim.means)
        horizons.push_back(mean.horizon);
    return studyOutcomes(d.pair, pattern->eligible, pattern->events, params.outcomes, horizons);
}

void matchFinding(ClaimFinding& finding) {
    const double mean = finding.outcomes.small.inference.mean;
    if (std::isnan(mean))
        finding.match = ClaimMatch::Unknown;
    else if (reproduces(finding.claimed, mean))
        finding.match = ClaimMatch::Reproduced;
    else if (std::abs(mean - finding.claimed.value) <= kNearShare * std::abs(finding.claimed.value))
        finding.match = ClaimMatch::Near;
    else
        finding.match = ClaimMatch::NotReproduced;
}

/// Another σ that gives the claimed figure makes a miss a near one.
void lookUnderOtherSigmas(std::vector<ClaimFinding>& findings, const Divergence& d, EventStudyParams params,
                          const EventClaim& claim) {
    const SigmaMode own = params.definition.sigma;
    for (const SigmaModeInfo& mode : kSigmaModes) {
        params.definition.sigma = mode.mode;
        const auto outcomes = outcomesUnder(d, params, claim);
        if (mode.mode == own || !outcomes)
            continue;
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const double mean = (*outcomes)[i].small.inference.mean;
            const bool missed =
                findings[i].match == ClaimMatch::Near || findings[i].match == ClaimMatch::NotReproduced;
            if (!missed || findings[i].under || std::isnan(mean) || !reproduces(findings[i].claimed, mean))
                continue;
            findings[i].under = mode.mode;
            findings[i].meanUnder = mean;
            findings[i].match = ClaimMatch::Near;
        }
    }
}

std::string spanWords(std::size_t horizon) {
    return horizonName(horizon, true);
}

std::string matchText(const ClaimFinding& finding) {
    constexpr std::array<std::string_view, 4> kMatches{"reproduces", "comes near", "does not reproduce",
                                                       "cannot be checked"};
    const std::string claimed = groupedNumber(finding.claimed.value * 100, finding.claimed.decimals) + " %";
    const std::string verb(kMatches[static_cast<std::size_t>(finding.match)]);
    const std::size_t n = finding.outcomes.small.inference.n;
    if (finding.match == ClaimMatch::Unknown)
        return fmt::format("{} in {} {} (n {})", claimed, spanWords(finding.claimed.horizon), verb, n);
    const std::string under = finding.under ? fmt::format("; {} with {} σ", percentText(finding.meanUnder),
                                                          infoOf(*finding.under).label)
                                            : "";
    return fmt::format("{} in {} {} ({}, n {}{})", claimed, spanWords(finding.claimed.horizon), verb,
                       percentText(finding.outcomes.small.inference.mean), n, under);
}

std::string reproducedSentence(const Divergence& d, const std::vector<ClaimFinding>& findings) {
    std::vector<std::string> parts;
    std::transform(findings.begin(), findings.end(), std::back_inserter(parts), matchText);
    return fmt::format("As of {} {}.", dayMonthYear(d.asOf), listed(parts));
}

std::string evidenceText(const ClaimFinding& finding) {
    const OutcomeFigures& small = finding.outcomes.small;
    const std::string span = spanWords(finding.claimed.horizon);
    switch (verdictOf(finding.outcomes, small)) {
    case Verdict::ListOnly:
        return fmt::format("{}: too few events to compare", span);
    case Verdict::SmallSample:
        return fmt::format("{}: any session did {}; too small a sample for a p-value", span,
                           percentText(small.baselineMean));
    case Verdict::NotDistinguishable:
        return fmt::format("{}: any session did {}, not distinguishable (p {}); with {} effective events an "
                           "excess under {} points could not be seen",
                           span, percentText(small.baselineMean), pText(small.placebo),
                           groupedNumber(small.inference.nEffective, 1),
                           groupedNumber(small.inference.detectable * 100, 1));
    case Verdict::Edge:
        return fmt::format("{}: any session did {}, on the edge of being distinguishable (p {}); an excess "
                           "under {} points could not be seen reliably",
                           span, percentText(small.baselineMean), pText(small.placebo),
                           groupedNumber(small.inference.detectable * 100, 1));
    case Verdict::Distinguishable:
        break;
    }
    return fmt::format("{}: any session did {}, distinguishable (p {})", span,
                       percentText(small.baselineMean), pText(small.placebo));
}

std::string evidenceSentence(const std::vector<ClaimFinding>& findings) {
    std::string text;
    for (const ClaimFinding& finding : findings)
        text += (text.empty() ? "" : "; ") + evidenceText(finding);
    text.front() =
        static_cast<char>(text.front() >= 'a' && text.front() <= 'z' ? text.front() - 32 : text.front());
    return text + ".";
}

std::string launchClause(const Divergence& d, Date since) {
    std::vector<std::string> parts;
    for (const Instrument& leg : {d.small, d.large})
        for (const Launch& launch : kLaunches)
            if (launch.symbol == leg.symbol && since < *makeDate(launch.year, 1, 1))
                parts.push_back(
                    fmt::format("before its launch in {} the {} is back-cast", launch.year, leg.name));
    return parts.empty() ? "" : "; " + listed(parts);
}

std::string coverSentence(const Divergence& d, const EventPattern& pattern, const EventClaim& claim) {
    const Date data = d.pair.dates.front();
    const Date zFirst = d.pair.dates[pattern.eligible.front()];
    const std::string z = zFirst > data ? fmt::format(", z has values from {}", dayMonthYear(zFirst)) : "";
    if (!claim.since)
        return fmt::format("The claim names no start; your data start on {}{}.", dayMonthYear(data), z);
    const bool firstOfYear = *claim.since == *makeDate(yearOf(*claim.since), 1, 1);
    const std::string since = firstOfYear ? std::to_string(yearOf(*claim.since)) : dayMonthYear(*claim.since);
    if (*claim.since >= data)
        return fmt::format("Your data cover the claim's span from {}{}{}.", since, z,
                           launchClause(d, *claim.since));
    return fmt::format("Your data start on {}{}, the claim says {}{}.", dayMonthYear(data), z, since,
                       launchClause(d, *claim.since));
}

} // namespace

Result<ClaimJudgement> judgeClaim(const Divergence& divergence, const EventStudyParams& study,
                                  const EventClaim& claim) {
    const EventStudyParams params = paramsOf(study, claim);
    const auto pattern = findEvents(divergence, params.definition);
    if (!pattern)
        return Failure(pattern.error());
    const auto outcomes = outcomesUnder(divergence, params, claim);
    if (!outcomes)
        return Failure(outcomes.error());
    ClaimJudgement judgement;
    judgement.claim = claim;
    for (std::size_t i = 0; i < claim.means.size(); ++i) {
        judgement.findings.push_back({claim.means[i], (*outcomes)[i], ClaimMatch::Unknown, std::nullopt, 0});
        matchFinding(judgement.findings.back());
    }
    lookUnderOtherSigmas(judgement.findings, divergence, params, claim);
    judgement.sentences = {reproducedSentence(divergence, judgement.findings),
                           evidenceSentence(judgement.findings), coverSentence(divergence, *pattern, claim)};
    judgement.headline = {{judgement.sentences[0] + " ", Emphasis::Strong},
                          {judgement.sentences[1] + " ", Emphasis::Normal},
                          {judgement.sentences[2], Emphasis::Muted}};
    return judgement;
}

Result<ClaimJudgement> judgeClaimAsMade(const MarketView& view, const Divergence& divergence,
                                        const EventStudyParams& study, const EventClaim& claim) {
    if (!claim.made || *claim.made >= divergence.asOf)
        return judgeClaim(divergence, study, claim);
    const auto then = analyseDivergence(view.until(*claim.made), divergence.params);
    return then ? judgeClaim(*then, study, claim) : Failure(then.error());
}

} // namespace rotascope
