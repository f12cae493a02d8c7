// Yields and credit in one result: the weekly table, the pair against the 10-year yield, credit spreads.
#pragma once

#include "core/analysis/pair_series.h"
#include "core/analysis/yields/credit.h"
#include "core/analysis/yields/yield_link.h"
#include "core/analysis/yields/yield_weeks.h"

#include <optional>
#include <string>
#include <vector>

namespace rotascope {

struct YieldParams {
    Symbol small = "RUT";
    Symbol large = "SPX";
};

/// The pair against the 10-year yield.
struct YieldLink {
    YieldSensitivity sensitivity;
    std::array<YieldBucket, kYieldBucketEdges.size() + 1> buckets;
};

struct YieldStudy {
    YieldParams params;
    YieldTable table;
    std::optional<YieldLink> link;
    std::string noLink; ///< why there is none; empty where there is
    std::vector<CreditRow> credit;
};

/// Refuses what analyseYields refuses; a desk without the pair has no link.
Result<YieldStudy> studyYields(const MarketView& view, const YieldParams& params);

/// The sensitivity on its last day that has one.
struct SensitivityReading {
    Date date;
    double slope = 0; ///< fraction for each basis point
    double low = 0;
    double high = 0;
    double correlation = 0;

    /// Zero lies outside the interval.
    bool isDistinguishable() const { return low > 0 || high < 0; }
};
std::optional<SensitivityReading> lastReading(const YieldSensitivity& sensitivity);

} // namespace rotascope
