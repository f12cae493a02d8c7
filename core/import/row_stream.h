// The rows of a file under a plan, typed and judged one by one. Every pass over a file goes through here, so
// that the survey and the reading cannot disagree.
//
// What counts as a row (rows_read): every record from the first one behind the header that holds anything but
// blanks or words. The header, the preamble above it and blank lines right below it are not rows. Blank
// lines, repeated headers, notes and footers further down are rows, and ignored. So rows_read is the number
// of rows that carry a date wherever a file is nothing but a header and data.
#pragma once

#include "core/base/sha256.h"
#include "core/csv/csv_reader.h"
#include "core/import/import_progress.h"
#include "core/import/issue_codes.h"
#include "core/import/money_units.h"
#include "core/import/reading_plan.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct CellProblem {
    IssueCode code = IssueCode::NotANumber;
    std::size_t column = 0; ///< from 0; SIZE_MAX for the whole row
};

constexpr std::size_t kWholeRow = std::numeric_limits<std::size_t>::max();

/// Views that hold until the next row.
struct TypedRow {
    enum class Kind : std::uint8_t { Data, Ignored, Rejected, Outside };

    Kind kind = Kind::Outside;
    std::uint32_t line = 0;
    std::int32_t day = kNoDay; ///< the row's date where it has one, also when it is rejected
    DateReading date;
    std::string_view ticker;
    std::span<const NumberCell> cells;     ///< as many as the plan's columns; valid for dated rows
    std::span<const CellProblem> problems; ///< of a data row: the cells it is read without
};

class RowStream {
public:
    RowStream(ByteSource& bytes, const ReadingPlan& plan, Date today, ImportProgress& progress);
    RowStream(const RowStream&) = delete;
    RowStream& operator=(const RowStream&) = delete;

    /// Also computes the SHA-256 while reading.
    void hashBytes() { m_hashed = true; }

    /// The next record; false at the end. Refuses what CsvReader refuses, "cancelled", "several_tables" where
    /// another header follows, and at the end what MoneyUnits refuses.
    Result<bool> next();

    const TypedRow& row() const { return m_row; }
    const CsvRecord& record() const { return m_reader.record(); }
    std::uint64_t rows() const { return m_rows; }

    std::uint64_t checksum() const { return m_checksum.value(); }
    std::string sha256() const { return m_sha.hex(); }
    bool validUtf8() const { return m_utf8.valid(); }

private:
    static void takeRaw(void* owner, std::span<const char> raw);
    void read(const CsvRecord& record);
    void readDated(const CsvRecord& record);
    void ignoreDated();
    void readUndated(const CsvRecord& record);
    DateReading dateOf(const CsvRecord& record) const;
    void applyHeadings();
    void readValues(const CsvRecord& record);
    bool standsForNone(double value) const;
    void judgeCells();
    void problem(IssueCode code, std::size_t column);
    void keepAbove(const CsvRecord& record);
    bool repeatsHeader(const CsvRecord& record) const;
    bool startsAnotherTable(const CsvRecord& record) const;
    bool namesAnotherTable(const CsvRecord& record) const;
    bool isNote(const CsvRecord& record) const;
    bool hasWrongCount(const CsvRecord& record) const;

    const ReadingPlan& m_plan;
    ImportProgress& m_progress;
    TextSource m_text;
    CsvReader m_reader;
    std::int32_t m_earliest;
    std::int32_t m_latest;
    std::size_t m_expectedCells = 0;
    std::vector<double> m_factors;            ///< of units in headings; empty when there are none
    std::optional<std::size_t> m_eventColumn; ///< a calendar's value: 1 where there is an event
    MoneyUnits m_units;
    TypedRow m_row;
    std::vector<NumberCell> m_cells;
    std::vector<CellProblem> m_problems;
    std::vector<std::string> m_titles; ///< the lines above the header that name something: "Ticker: IWM"
    std::uint32_t m_otherTable = 0;    ///< the line in which one begins
    std::uint64_t m_rows = 0;
    bool m_started = false;
    bool m_hashed = false;
    Checksum m_checksum;
    Sha256 m_sha;
    Utf8Check m_utf8;
};

} // namespace rotascope
