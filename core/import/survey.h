// The first pass: everything a file can tell about how it is to be read, from every row of it.
#pragma once

#include "core/import/evidence.h"
#include "core/import/import_pass.h"
#include "core/import/series_track.h"
#include "core/import/symbols.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// More tickers than this in one file are refused: the column is no ticker column.
constexpr std::size_t kMostSymbols = 50000;

/// How the rows of each symbol follow one another.
enum class RowOrder : std::uint8_t { OldestFirst, NewestFirst, Mixed };

struct Survey {
    explicit Survey(const ReadingPlan& plan);

    RowOrder order() const;
    /// Of the finest number in a column of the plan that holds values.
    int decimals(const ReadingPlan& plan) const;

    DateEvidence dates;
    NumberEvidence numbers;
    std::vector<ColumnEvidence> columns; ///< as the plan's columns
    TickerIndex tickers;
    std::vector<SeriesTrack> symbols; ///< data rows by ticker; one entry where there is no ticker column
    std::vector<SeriesTrack> series;  ///< values by symbol and group: symbol * groups + group
    std::uint64_t rows = 0;
    std::optional<DateRange> range; ///< of the rows that are not rejected
    std::uint32_t lastDatedLine = 0;
    std::string sha256;
    std::uint64_t checksum = 0;
    bool validUtf8 = true;
};

/// Fills a survey row by row.
class Surveyor {
public:
    Surveyor(const ReadingPlan& plan, Survey& survey);

    /// The stream's current row. Refuses "too_many_symbols".
    Result<void> add(const RowStream& stream);
    /// After the last row of a stream that hashed its bytes.
    void finish(const RowStream& stream);

private:
    void addCells(const TypedRow& row, const CsvRecord& record);
    void addDays(const TypedRow& row);
    Result<void> refuseTickers() const;

    const ReadingPlan& m_plan;
    Survey& m_survey;
    std::vector<char> m_groupFilled;
    std::vector<std::size_t> m_otherColumns;
};

/// Goes through the whole file under `plan`. Refuses what the reader refuses and "too_many_symbols".
Result<Survey> surveyFile(const ImportPass& pass);

} // namespace rotascope
