// core/quality: what is odd about data that imported cleanly. May include core/base, core/market and
// core/store. Rules propose and never repair. A new rule is one function and one row of quality_rules.cpp.
#pragma once

#include "core/base/date.h"
#include "core/market/field.h"
#include "core/market/instrument.h"
#include "core/store/judgements.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

enum class Severity : std::uint8_t {
    Note,   ///< worth knowing before the values are used
    Warning ///< probably wrong
};

std::string_view nameOf(Severity severity); ///< "note", "warning"

/// Something odd about the values of a series from `first` to `last`.
struct Finding {
    Symbol symbol;
    std::string_view rule; ///< id of the rule's row
    Severity severity = Severity::Note;
    Cadence cadence = Cadence::Daily;
    Field field = Field::Close;
    Date first;
    Date last;
    std::string message;                          ///< what is odd, with its figures, and what it means
    std::optional<AcceptedFinding> accepted = {}; ///< who looked at it found it right; empty: open
    std::size_t count = 1; ///< how many observations it sums up ("… and 17 more gaps")

    FindingKey key() const { return {symbol, std::string(rule), cadence, field, {first, last}}; }
    bool operator==(const Finding&) const = default;
};

} // namespace rotascope
