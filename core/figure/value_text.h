// How values of a figure are written: on ticks, in legends, on tags.
#pragma once

#include "core/figure/figure.h"

#include <string>

namespace rotascope {

/// "+2.43", "90.7 %", "–" for NaN: a value with the sign that its axis asks for.
std::string readOut(double value, int decimals, const std::string& unit, const ValueAxis& axis);

/// The same for a line; one that is only read out keeps to itself ("98.6") whatever the axis says.
std::string readOut(double value, const LineLayer& line, const ValueAxis& axis);

/// "+3σ", "−5 bn", "11,500,000"; zero on a signed axis is plain "0".
std::string tickText(double value, int decimals, const ValueAxis& axis);

} // namespace rotascope
