// A published claim about what follows such events, held against the desk's data.
#pragma once

#include "core/analysis/event_study.h"
#include "core/analysis/headline.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct ClaimedMean {
    std::size_t horizon = 126; ///< sessions, one of kEventHorizons
    double value = 0;          ///< fraction
    int decimals = 0;          ///< of the percentage as it was written

    bool operator==(const ClaimedMean&) const = default;
};

struct EventClaim {
    EventSeries on = EventSeries::Spread;
    double threshold = 3;
    std::optional<Date> since; ///< from when the claim says it counts
    std::optional<Date> made;  ///< nothing later is used against it
    std::vector<ClaimedMean> means;

    bool operator==(const EventClaim&) const = default;
};

/// The claim that the study's page begins with, as a user would type it.
constexpr std::string_view kExampleClaim =
    "spread z >= 3 since 1980 as of 2024-11-06: 7 % in 6 months, 14 % in 12 months";

/// Reads such a line. What and threshold may be left out (spread, 3), so may "since" and "as of". Refuses
/// ("bad_claim", usage) anything else, naming the word.
Result<EventClaim> parseClaim(std::string_view text);

enum class ClaimMatch : std::uint8_t {
    Reproduced, ///< within half a unit of the last digit written, or half a point
    Near,       ///< within a fifth of the value, or reproduced under another estimate of σ
    NotReproduced,
    Unknown ///< too few complete events
};

struct ClaimFinding {
    ClaimedMean claimed;
    HorizonOutcomes outcomes;
    ClaimMatch match = ClaimMatch::Unknown;
    std::optional<SigmaMode> under; ///< another σ that reproduces it where the study's does not…
    double meanUnder = 0;           ///< …and its mean
};

struct ClaimJudgement {
    EventClaim claim;
    std::vector<ClaimFinding> findings; ///< in the order of the claim
    std::vector<std::string> sentences; ///< reproduced or not; distinguishable or not; what the data lack
    Headline headline;                  ///< the same in the page's inks
};

/// `divergence` as of the day the claim was made (or earlier). The study's σ and gap are used with the
/// claim's series, threshold and start; entry is the event's close, as published claims have it. Refuses what
/// findEvents refuses.
Result<ClaimJudgement> judgeClaim(const Divergence& divergence, const EventStudyParams& study,
                                  const EventClaim& claim);

/// The claim against what `view` knew on the day it was made, or knows now where no day is named.
/// `divergence` is that of the whole view.
Result<ClaimJudgement> judgeClaimAsMade(const MarketView& view, const Divergence& divergence,
                                        const EventStudyParams& study, const EventClaim& claim);

} // namespace rotascope
