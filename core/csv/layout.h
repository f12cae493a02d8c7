// Where a table's header stands and what its columns hold.
#pragma once

#include "core/base/result.h"
#include "core/csv/dialect.h"
#include "core/csv/format_catalogue.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

struct LayoutColumn {
    std::string heading;    ///< as it stands in the file, in UTF-8
    std::string normalised; ///< see normalisedHeading()
    ColumnRole role = ColumnRole::Ignored;
    std::string ticker;   ///< from a header line of tickers, or beside the word ("IWM Close"); usually empty
    std::string currency; ///< that the heading states: "USD"; usually empty
    int exponent = 0;     ///< the heading states its unit: values are in ten to this power ("AUM ($B)": 9)

    bool operator==(const LayoutColumn&) const = default;
};

/// A header found and understood.
struct Layout {
    std::string format; ///< id in the format catalogue
    std::vector<LayoutColumn> columns;
    std::size_t dateColumn = 0;
    std::optional<std::size_t> tickerColumn;
    std::uint32_t headerLine = 0;     ///< the physical line of the headings
    std::uint32_t lastHeaderLine = 0; ///< of the header's last line: three lines of yfinance end in "Date,,"
    std::vector<std::string> headerLines; ///< raw, so that a repeated header is recognised
    std::string preambleTicker;           ///< from a preamble line such as "Security,RTY Index"
    bool preambleFlows = false;           ///< the preamble speaks of flows
    std::vector<double> missing;          ///< numbers that stand for no value, as the preamble says
    /// The day of every row, from a preamble line such as "Fund Holdings as of,Nov 28, 2025"; the file has no
    /// column of dates then, and dateColumn is the tickers'.
    std::optional<std::int32_t> fixedDay;
    std::uint32_t preambleLines = 0; ///< before the header

    bool operator==(const Layout&) const = default;
};

/// Reads the layout off a file's first records. `fixedDay` is the day of all rows of a table without dates,
/// where the user named one. Refuses "no_header" where the first record is already data, "no_date_column"
/// where nothing is a date or named like one, "undated_table" where such a table has a column of tickers, and
/// a day would do, "dates_of_its_own" where a day was named for a table that has dates, "duplicate_column"
/// where two headings are the same, "several_tables" where two tables stand side by side,
/// "dates_side_by_side" where each day has a column, "list_of_trades", "other_currency" where flows or assets
/// are not in dollars.
Result<Layout> findLayout(std::span<const HeadRecord> head, std::optional<std::int32_t> fixedDay = {});

} // namespace rotascope
