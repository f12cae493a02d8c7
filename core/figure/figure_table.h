// A figure as a table: dates down, series across, raw values. For the data table, for CSV, for people who
// cannot see.
#pragma once

#include "core/figure/figure.h"

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

/// One column per line, bar and marker layer, in the order of panes and layers.
std::vector<FigureColumn> figureColumns(const Figure& figure);

/// Sessions first..last (inclusive, clamped) as CSV (RFC 4180, "\n"): comment lines starting with "# " that
/// say what it is, a header, one line per session with full precision; a missing value is an empty field.
std::string figureCsv(const Figure& figure, int firstSession, int lastSession);

} // namespace rotascope
