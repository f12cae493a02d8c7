// core/import: from cells to typed records, with every choice made over the whole file and every row
// accounted for. May include core/base, core/market, core/csv and core/store. A new issue is one row of
// issue_codes.cpp; a new layout belongs in core/csv.
#pragma once

#include "core/base/date.h"
#include "core/csv/date_text.h"
#include "core/csv/layout.h"
#include "core/csv/number_text.h"
#include "core/market/field.h"
#include "core/market/instrument.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// What the column under a heading holds, whatever the heading says.
struct RoleChoice {
    std::string heading; ///< normalised
    ColumnRole role = ColumnRole::Ignored;

    bool operator==(const RoleChoice&) const = default;
};

/// What the user decided; the rest is decided by the file, or refused.
struct ReadingChoices {
    std::optional<Symbol> symbol;
    std::optional<NumericOrder> dateOrder;
    std::optional<char> decimal; ///< '.' or ','
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;
    std::optional<Cadence> cadence;
    std::optional<Date> date; ///< of every row, in a file that has no column of dates
    std::vector<RoleChoice> roles;
    Date today; ///< dates more than a day later are rejected

    bool operator==(const ReadingChoices&) const = default;
};

/// A column that may hold values.
struct ValueColumn {
    std::size_t column = 0; ///< in the record, from 0
    ColumnRole role = ColumnRole::Ignored;
    bool active = true; ///< false: it turned out to hold text
    bool mustBePositive = false;
    std::size_t group = 0;
    std::size_t slot = 0; ///< in the group's records

    bool operator==(const ValueColumn&) const = default;
};

/// Columns that make up one series per symbol: a bar, or one single-value column.
struct ValueGroup {
    Symbol symbol;      ///< where the file has no ticker column
    std::string suffix; ///< behind each row's ticker, where it has one ("_SPREAD")
    bool bars = true;
    Field field = Field::Value; ///< of a single-value column
    bool closeOrValue = false;  ///< named after an instrument: close, unless it is a single value
    bool event = false;         ///< that something happened, not how much

    bool operator==(const ValueGroup&) const = default;
};

/// How a file is read: every choice, fixed before the first record is stored.
struct ReadingPlan {
    Dialect dialect;
    Layout layout;
    DateStyle dates;
    NumberStyle numbers;
    std::vector<ValueColumn> columns;
    std::vector<ValueGroup> groups;
    std::string symbolSource;        ///< "option", "header", "ticker column", "preamble" or "file name"
    std::uint32_t lastDatedLine = 0; ///< lines of text behind it are a footer; 0 while unknown

    bool operator==(const ReadingPlan&) const = default;
};

} // namespace rotascope
