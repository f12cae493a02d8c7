// Studies of the invented pair, for tests.
#pragma once

#include "core/analysis/event_robustness.h"
#include "core/analysis/event_study.h"
#include "tests/support/invented_market.h"

#include <QTest>

#include <string>

namespace rotascope::test {

inline Divergence divergenceOf(std::vector<InstrumentData> pair, int days = 5) {
    auto divergence =
        analyseDivergence(MarketView::latest(marketOf(std::move(pair))), {"RUT", "SPX", days, false});
    return std::move(divergence.value());
}

/// Low enough that the invented pair has events.
inline EventStudyParams lively(double threshold = 1.6, int gap = 21) {
    EventStudyParams params;
    params.definition.threshold = threshold;
    params.definition.gap = gap;
    return params;
}

inline EventStudy studyOf(const Divergence& divergence, const EventStudyParams& params) {
    return std::move(studyEvents(divergence, params).value());
}

/// Every number of a study under a name, so that two studies can be compared one by one.
inline std::vector<std::pair<std::string, double>> numbersOf(const EventStudy& study) {
    std::vector<std::pair<std::string, double>> out;
    const auto add = [&](const std::string& name, double value) { out.emplace_back(name, value); };
    for (const EventRow& row : study.rows) {
        add("session", static_cast<double>(row.session));
        add("z", row.z);
        for (const double value : row.small)
            add("outcome of an event", value);
    }
    for (const HorizonOutcomes& at : study.horizons)
        for (const OutcomeFigures* figures : {&at.small, &at.large, &at.relative}) {
            const std::string where = "horizon " + std::to_string(at.horizon);
            for (const double value :
                 {figures->inference.mean, figures->inference.low, figures->inference.high,
                  figures->inference.nEffective, figures->inference.detectable, figures->median, figures->hit,
                  figures->placebo, figures->neweyWestT, figures->baselineMean, figures->baselineHit,
                  static_cast<double>(figures->baselineN), at.mae, at.mfe})
                add(where, value);
        }
    for (const LossOdds& odds : study.losses)
        for (const double value : {odds.share, odds.anySession, odds.sameVolatility})
            add("loss odds", value);
    for (const auto* column : {&study.path.mean, &study.path.low, &study.path.high, &study.path.median,
                               &study.path.medianLow, &study.path.baseline})
        for (const double value : *column)
            add("path", value);
    return out;
}

/// "" where all agree within `tolerance` (0: bit for bit, NaN equal to NaN).
inline std::string firstStudyDifference(const EventStudy& a, const EventStudy& b, double tolerance) {
    const auto one = numbersOf(a);
    const auto two = numbersOf(b);
    if (one.size() != two.size())
        return "different numbers of events: " + std::to_string(a.rows.size()) + ", " +
               std::to_string(b.rows.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        const double x = one[i].second;
        const double y = two[i].second;
        const bool same = (std::isnan(x) && std::isnan(y)) || std::abs(x - y) <= tolerance;
        if (!same)
            return one[i].first + ": " + std::to_string(x) + ", " + std::to_string(y);
    }
    return {};
}

} // namespace rotascope::test
