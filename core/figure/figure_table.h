// A figure as a table: dates (or steps) down, series across, raw values. For the data table, for CSV, for
// people who cannot see.
#pragma once

#include "core/figure/figure.h"

#include <cstddef>
#include <string>
#include <vector>

namespace rotascope {

struct FigureColumn {
    std::string title; ///< the layer's name, with its pane's title where the name alone is ambiguous or empty
    std::string unit;
    int decimals = 2; ///< as on screen; the values themselves are not rounded
    bool withSign = false;
    Column values;
};

/// The layers of a pane as they are read, in legends and tables: subjects, companions, values only read out,
/// marks; of each kind what is painted on top first.
std::vector<std::size_t> readingOrder(const Pane& pane);

/// One column per line, bar and marker layer and two per area, in the order of panes and of reading.
std::vector<FigureColumn> figureColumns(const Figure& figure);

/// What stands before the columns: "Date" over "2024-11-06", or "Sessions" over "-21".
std::string placeHeading(const Figure& figure);
std::string placeText(const Figure& figure, std::size_t index);

/// Sessions first..last (inclusive, clamped) as CSV (RFC 4180, "\n"): comment lines starting with "# " that
/// say what it is and which command writes the same, a header, one line per session with full precision; a
/// missing value is an empty field.
std::string figureCsv(const Figure& figure, int firstSession, int lastSession);

} // namespace rotascope
