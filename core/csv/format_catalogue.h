// ★ The layouts in which market data are downloaded. A new layout is one row of kCsvFormats and one fixture.
#pragma once

#include "core/csv/header_words.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rotascope {

/// What the columns of a layout hold whose heading no table knows.
enum class OtherColumns : std::uint8_t { Ignored, Named };

/// What the heading of a Named column names.
enum class SeriesNames : std::uint8_t {
    Symbols,    ///< an instrument: its close, or its single value where it is known to have no bars
    Economic,   ///< a series of single values
    Events,     ///< single values dated by the day on which something happened
    Maturities, ///< a Treasury yield by its maturity ("10 Yr"), under FRED's name for it (DGS10)
    Parts,      ///< one value of several about one subject: the symbol is the file's stem and the heading
    Holdings    ///< a part of a fund: FUND:TICKER, with its weight in percent as the value
};

/// A layout, recognised by its headings.
struct CsvFormat {
    std::string_view id;
    std::string_view vendor;
    /// Normalised headings that must all be there, in any order: "date,price,vol". "call|calls" is either;
    /// "@date" is any heading that means a date.
    std::string_view headings;
    OtherColumns others = OtherColumns::Ignored;
    bool whole = false; ///< there are no other headings
    SeriesNames names = SeriesNames::Symbols;
    /// Headings that mean something else here than elsewhere.
    std::array<HeaderWord, 10> roles{};
};

/// The first that fits counts; the last fits everything.
std::span<const CsvFormat> csvFormats();
const CsvFormat* csvFormatNamed(std::string_view id);

/// The row that fits the normalised headings of a file.
const CsvFormat& formatOf(std::span<const std::string> headings);

/// The role of a heading under a format; nullopt where neither the format nor the table of words knows it.
std::optional<ColumnRole> roleUnder(const CsvFormat& format, std::string_view normalised);

} // namespace rotascope
