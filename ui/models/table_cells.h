// Cells that tables of every page are made of.
#pragma once

#include "core/base/date.h"
#include "ui/models/table_model.h"

#include <cstddef>

namespace rotascope {

/// Translated words of a table.
QString tableText(const char* source);

/// "1,234"
QString countLabel(std::size_t count);
TableCell countCell(std::size_t count);
/// "+3.72" of the fraction 0.0372 in the ink of its sign; "–" where it is missing.
TableCell percentCell(double fraction, int decimals);
/// "1,234.5"; "–" where it is missing.
TableCell numberCell(double value, int decimals);
/// "6 Nov 2024", sorted by day.
TableCell dateCell(Date date);
/// The cell with a tooltip.
TableCell explained(TableCell cell, const QString& explanation);

} // namespace rotascope
