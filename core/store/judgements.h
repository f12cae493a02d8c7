// What people decided about a desk's data: findings that they accepted.
#pragma once

#include "core/base/date.h"
#include "core/market/field.h"
#include "core/market/instrument.h"

#include <optional>
#include <string>

namespace rotascope {

/// What a finding is about. A rule finds at most one thing for each of these.
struct FindingKey {
    Symbol symbol;
    std::string rule; ///< id of the rule's row
    Cadence cadence = Cadence::Daily;
    Field field = Field::Close;
    DateRange range;

    /// Whether a decision about this also settles `other`: same rule and series, dates inside.
    bool covers(const FindingKey& other) const {
        return symbol == other.symbol && rule == other.rule && cadence == other.cadence &&
               field == other.field && range.first <= other.range.first && other.range.last <= range.last;
    }
    bool operator==(const FindingKey&) const = default;
};

/// A finding that somebody looked at and found right.
struct AcceptedFinding {
    FindingKey finding;
    std::string reason;
    std::string acceptedAt; ///< UTC, "2025-11-28T21:05:00Z"

    bool operator==(const AcceptedFinding&) const = default;
};

/// A series of an instrument; `field` is empty for bars.
struct SeriesKey {
    Symbol symbol;
    Cadence cadence = Cadence::Daily;
    std::optional<Field> field;
};

} // namespace rotascope
