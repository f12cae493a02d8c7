// ★ The catalogue of data quality rules, and the examination of a desk's instruments by all of them.
#pragma once

#include "core/quality/examined_series.h"

#include <span>
#include <string_view>
#include <vector>

namespace rotascope {

struct QualityRule {
    std::string_view id;     ///< in JSON and where a finding is accepted ("off_calendar")
    std::string_view title;  ///< "Rows on days without a session"
    std::string_view plural; ///< what several of its findings are called
    Severity severity;
    std::string_view checks; ///< what exactly is compared, for the page that explains
    /// Looks at one series. nullptr: the finding is about several of them, and made where those are seen
    /// together (duplicates.cpp, core/workflow/flow_quality.cpp).
    std::vector<Observed> (*find)(const ExaminedSeries& series);
};

std::span<const QualityRule> qualityRules();
const QualityRule* qualityRuleNamed(std::string_view id);

/// Everything that the rules find about one instrument's daily bars and single-value series, by rule, then by
/// date. Nothing is changed.
std::vector<Finding> findingsOf(const InstrumentData& data);

/// Every warning about one field of one cadence, none summed up.
std::vector<Finding> everyWarning(const InstrumentData& data, Field field, Cadence cadence = Cadence::Daily);

/// Instruments with the same values: at least 60 common dates of daily closes or values, all equal. One
/// finding (rule "duplicate") for each pair, under the symbol that sorts later.
std::vector<Finding> duplicateFindings(std::span<const InstrumentData* const> instruments);

} // namespace rotascope
