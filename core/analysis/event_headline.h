// A study in one sentence or two: what followed, what any session did, and whether the two can be told apart.
#pragma once

#include "core/analysis/event_robustness.h"
#include "core/analysis/headline.h"

#include <cstdint>
#include <string>

namespace rotascope {

/// Whether outcomes can be told from those of any session.
enum class Verdict : std::uint8_t {
    ListOnly,           ///< too few events for any figure
    SmallSample,        ///< figures without p
    NotDistinguishable, ///< neither the interval nor the shifts set them apart
    Edge,               ///< one of the two does
    Distinguishable     ///< the baseline lies outside the interval, and p ≤ 0.05
};

Verdict verdictOf(const HorizonOutcomes& outcomes, const OutcomeFigures& figures);

/// What followed over one horizon, of small caps and against large caps.
Headline eventHeadline(const EventStudy& study, std::size_t horizon);

/// "144 combinations of σ, threshold and gap looked at: 126-session means from −1.2 % to +13.8 %; p below
/// 0.05 in 3 of 128, of which about 6 would be by chance."
std::string robustnessSentence(const EventRobustness& robustness);

/// "z ≥ 3 on the spread, σ expanding: 65 event days → 18 events, more than 63 sessions apart, 2 Sep 1988 to 6
/// Nov 2024 (9,108 sessions), entry at the next close"
std::string studyLine(const EventStudy& study);

std::string pText(double p); ///< "0.48", "< 0.01", "–"
/// A share without decimals: "69 %".
std::string shareText(double share);
/// "−0.6 … +14.8", in percent.
std::string intervalText(double low, double high);
/// "6M" for 126, otherwise "126".
std::string horizonName(std::size_t horizon, bool calendar);

} // namespace rotascope
