// Exponentially weighted volatility.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// σ as it was known the evening before: σ²(t) = λ·σ²(t−1) + (1 − λ)·x²(t−1), seeded with the first x², no
/// mean. Lookback: NaN until `minimum` observations lie before t (without gaps the first result stands at
/// index `minimum`). NaN is no observation: it leaves σ as it was. Source: RiskMetrics Technical Document
/// (1996), λ = 0.94 for daily data.
std::vector<double> ewmaSigma(std::span<const double> values, double lambda, std::size_t minimum);

} // namespace rotascope
