// Whether the answer hangs on one knob: the same study under other gaps, thresholds and estimates of σ, with
// each cluster of events left out, by decade, and by the direction of the 10-year yield.
#pragma once

#include "core/analysis/event_study.h"

#include <optional>
#include <string>
#include <vector>

namespace rotascope {

constexpr std::array<int, 6> kGaps{0, 5, 21, 63, 126, 252};
constexpr std::array<double, 4> kThresholds{2, 2.5, 3, 3.5};

/// One setting of the knobs. Figures are those of the chosen leg and horizon; NaN as in OutcomeFigures.
struct Combination {
    SigmaMode sigma = SigmaMode::Expanding;
    double threshold = 3;
    int gap = 63;
    std::size_t eventDays = 0;
    std::size_t events = 0;
    std::size_t n = 0; ///< complete
    double nEffective = 0;
    double mean = 0;
    double baseline = 0;
    double p = 0;
    bool inForce = false; ///< what the study itself uses
};

/// The whole outcome table under another gap.
struct GapSensitivity {
    int gap = 0;
    std::size_t events = 0;
    std::vector<HorizonOutcomes> horizons; ///< without large caps
};

/// The study without the events of one calendar year.
struct LeftOutYear {
    int year = 0;
    std::size_t events = 0; ///< of that year, complete
    double mean = 0;        ///< without them
    double carried = 0;     ///< mean with them − mean without: what the year carries
};

/// Events of one kind against any session of the same kind.
struct EventSplit {
    std::string label; ///< "1990s", "10-year yield rising"
    std::size_t n = 0; ///< complete
    double mean = 0;
    double hit = 0;
    double baselineMean = 0;
    std::size_t baselineN = 0;
};

/// A series of yields and its name; dates ascending.
struct YieldSeries {
    std::string name;
    SeriesView values;
};

struct EventRobustness {
    std::size_t horizon = 126;
    Leg leg = Leg::Small;
    std::vector<GapSensitivity> gaps;      ///< in the order of kGaps, the study's own gap among them
    std::vector<Combination> combinations; ///< every σ, threshold and gap; of a list of dates: every gap
    std::vector<LeftOutYear> leftOut;      ///< by what it carries, the greatest first
    std::vector<EventSplit> decades;
    std::vector<EventSplit> yields; ///< rising, falling; empty without a series
    std::string yieldName;

    /// Every combination with a p-value, and how many of them have one below 0.05.
    std::size_t tested() const;
    std::size_t below5Percent() const;
};

/// `divergence` and `params` as the study was made from; its errors are the study's.
Result<EventRobustness> studyRobustness(const Divergence& divergence, const EventStudyParams& params,
                                        std::size_t horizon, Leg leg,
                                        const std::optional<YieldSeries>& yields = std::nullopt);

/// The 10-year yield of the view, under the first name that has values.
std::optional<YieldSeries> tenYearYield(const MarketView& view);
/// The names under which it is looked for, so that they are loaded: DGS10, TNX.
std::vector<Symbol> tenYearYieldSymbols();

} // namespace rotascope
