// core/store: the one abstract port to the desk and the values that pass through it.
// May include core/base and core/market. db implements the port; nothing else in core knows how a desk is
// kept.
#pragma once

#include "core/base/date.h"
#include "core/market/field.h"
#include "core/market/instrument.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// What to do with a value that differs from the stored one.
enum class ConflictPolicy : std::uint8_t { Keep, Replace };

/// A series that an import writes to: the bars of an instrument (`field` empty) or one single-value field.
struct ImportTarget {
    Instrument instrument;
    Cadence cadence = Cadence::Daily;
    std::optional<Field> field;
    Availability availability = Availability::SameDay;
    /// Per value slot: decimals seen in the file's column (they set the tolerance of "agrees"), and the
    /// column's number from 1 (0: the file has no such column). A single-value target uses slot 0 alone.
    std::array<std::int8_t, kBarFieldCount> decimals{};
    std::array<std::int32_t, kBarFieldCount> sourceColumn{};

    bool isBars() const { return !field.has_value(); }
    Field fieldOfSlot(std::size_t slot) const { return field ? *field : static_cast<Field>(slot); }
    bool operator==(const ImportTarget&) const = default;
};

/// Typed rows in columns, the unit in which an import streams. Row i belongs to targets[target[i]], is dated
/// day[i] (a dayNumber) and stands in physical line line[i]. values[slot][i] is NaN where the row has no such
/// value. Rows of one line stand together (a wide table's line gives one row per ticker).
struct RecordBlock {
    std::vector<std::uint32_t> target;
    std::vector<std::int32_t> day;
    std::vector<std::uint32_t> line;
    std::array<std::vector<double>, kBarFieldCount> values;
    /// Of an early import (market_store.h): targets that are met here first, numbered on from those before.
    std::vector<ImportTarget> joining;

    std::size_t size() const { return day.size(); }
    void clear();
    void reserve(std::size_t rows);
    void append(std::uint32_t targetIndex, std::int32_t dayNumber, std::uint32_t lineNumber,
                const std::array<double, kBarFieldCount>& slots);
};

/// Where every row of a file went; rowsRead is always the sum of the others.
struct RowCounts {
    std::uint64_t rowsRead = 0;
    std::uint64_t stored = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t replaced = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t rejected = 0;
    std::uint64_t ignored = 0;

    bool balanced() const {
        return rowsRead == stored + unchanged + replaced + conflicts + rejected + ignored;
    }
    bool operator==(const RowCounts&) const = default;
};

/// One thing to look at in a file. `column` is the field number from 1, 0 for the whole line.
struct ImportIssue {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string code;    ///< "not_a_number", "duplicate_date", "conflict", …
    std::string message; ///< what is wrong, in words
    std::string text;    ///< the cell as it stands in the file

    bool operator==(const ImportIssue&) const = default;
};

/// How many issues an import lists; its counts are always complete.
constexpr std::size_t kListedIssues = 1000;

/// A file as it was when it was read.
struct ImportHeader {
    std::string path;   ///< absolute; "-" for standard input; "demo" for the synthetic market
    std::string sha256; ///< lower-case hex of the file's bytes; empty for the demo market
    std::uint64_t bytes = 0;
    std::string format;     ///< id of the format catalogue's row
    std::string settings;   ///< JSON of every choice that was made, so that the reading can be repeated
    std::string importedAt; ///< UTC, "2025-11-28T21:05:00Z"
};

/// A value that differs from the stored one, kept or replaced by policy.
struct ValueConflict {
    std::uint32_t line = 0;
    std::uint32_t target = 0;
    Field field = Field::Value;
    Date date;
    double here = 0;
    double stored = 0;
    std::string storedPath; ///< the file that the stored value came from
    std::uint32_t storedLine = 0;
};

/// What one import did.
struct ImportReceipt {
    std::optional<std::int64_t> importId; ///< empty after a dry run
    RowCounts counts;
    std::vector<ValueConflict> conflicts; ///< the first kListedIssues
    std::optional<std::string>
        alreadyImportedAt; ///< when the same bytes were last imported into the same series, and not undone
};

/// One row of the desk's import history.
struct ImportRecord {
    std::int64_t id = 0;
    ImportHeader header;
    std::vector<Symbol> symbols;
    std::optional<DateRange> range;
    RowCounts counts;
    bool undone = false;
    std::optional<std::string> undoneAt; ///< UTC, as in the header
};

/// What the desk knows of one value.
struct ValueOrigin {
    Symbol symbol;
    Date date;
    Field field = Field::Value;
    double value = 0;
    std::int64_t importId = 0;
    ImportHeader header;
    std::uint32_t line = 0;
};

/// A value that once stood where another one, or none, stands now.
struct ValueVintage {
    double value = 0;
    std::int64_t importId = 0;
    ImportHeader header;
    std::uint32_t line = 0;
    std::int64_t endedBy = 0; ///< the import that replaced it, or whose undo took it away
    bool byUndo = false;
    std::string until; ///< when that was, UTC
};

/// Values of one field that are others now than they once were.
struct RestatedSeries {
    Symbol symbol;
    Cadence cadence = Cadence::Daily;
    Field field = Field::Value;
    std::uint64_t changed = 0; ///< have another value
    std::uint64_t removed = 0; ///< have none any more
    Date date;                 ///< of the largest change, by its share of the value; without one unset
    double then = 0;
    double now = 0;
};

/// A named way to read files, as text that core/import understands.
struct StoredProfile {
    std::string name;
    std::string text;

    bool operator==(const StoredProfile&) const = default;
};

/// What the desk holds of one series.
struct SeriesSummary {
    Cadence cadence = Cadence::Daily;
    std::optional<Field> field; ///< empty: bars
    Availability availability = Availability::SameDay;
    std::vector<Field> fields; ///< those with at least one value
    DateRange range;
    std::uint64_t observations = 0;
};

struct InstrumentSummary {
    Instrument instrument;
    std::vector<SeriesSummary> series;
};

struct DeskInfo {
    std::string path;
    bool demo = false; ///< filled by `rota demo`: marked DEMO in every output
    bool readOnly = false;
    std::uint64_t version = 0; ///< grows with every committed change, by whatever process
    std::optional<std::string>
        placeWarning; ///< a sentence, where the desk lies in a synchronised or network folder
};

} // namespace rotascope
