// Columns of one calendar on the sessions of another.
#pragma once

#include "core/figure/figure.h"

#include <span>
#include <vector>

namespace rotascope {

/// `values` on their `dates` as a column over `sessions`; NaN where a session is none of the dates.
Column onSessions(std::span<const Date> sessions, std::span<const Date> dates, std::span<const double> values,
                  double factor = 1);

/// The position of `date` among `sessions`; −1 for none.
std::int32_t sessionOf(std::span<const Date> sessions, Date date);

/// A line with the four things that every line says.
LineLayer lineLayer(std::string name, ColourRole role, Column values, int decimals, std::string unit = {});

} // namespace rotascope
