// Sums and means of whole columns.
#pragma once

#include <span>

namespace rotascope {

/// Σ values, in four lanes: no addition waits for the one before it, and every machine adds in the same
/// order.
double sumOf(std::span<const double> values);

/// Σ a[i] · b[i] in the same way. Both are equally long.
double sumOfProducts(std::span<const double> a, std::span<const double> b);

/// Mean; NaN of nothing.
double meanOf(std::span<const double> values);

} // namespace rotascope
