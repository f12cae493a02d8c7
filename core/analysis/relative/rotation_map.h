// Where instruments stand against a benchmark and where they are heading: relative strength and its momentum.
#pragma once

#include "core/analysis/flows/baskets.h"
#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/market.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

enum class Quadrant : std::uint8_t { Leading, Weakening, Lagging, Improving };

constexpr std::array<std::string_view, 4> kQuadrantNames{"leading", "weakening", "lagging", "improving"};
constexpr std::string_view nameOf(Quadrant quadrant) {
    return kQuadrantNames[static_cast<std::size_t>(quadrant)];
}

/// RS = ln(P / B) on common sessions. strength = 100 + z of RS in its own last `window` values; momentum =
/// 100 + z of (strength − strength `change` before) in its own last `window` values. A ratio that does not
/// move stands at 100 / 100. Weekly: the last common session of each week that ends on Friday.
struct RotationParams {
    Symbol benchmark = "SPY";
    bool weekly = false;

    std::size_t window() const { return weekly ? 14 : 63; }
    static constexpr std::size_t change() { return 5; }
    /// Values of a series before the first point.
    std::size_t warmUp() const { return 2 * (window() - 1) + change(); }

    bool operator==(const RotationParams&) const = default;
};

/// "strength = 100 + z(ln P/B, 63), momentum = 100 + z(Δ5 strength, 63)"
std::string rotationFormula(const RotationParams& params);

/// One instrument's way; columns as long as `dates`, NaN before the warm-up.
struct RotationTrack {
    Symbol symbol; ///< or the name of a basket
    std::vector<Date> dates;
    std::vector<double> strength;
    std::vector<double> momentum;
    std::optional<Quadrant> quadrant;    ///< on the last date
    std::size_t inQuadrant = 0;          ///< sessions (weeks) in a row, the last included
    std::array<std::size_t, 4> visits{}; ///< sessions (weeks) in each quadrant, over the whole way
};

/// From 100 on: strength at or above it is right, momentum at or above it is up. nullopt with a NaN.
std::optional<Quadrant> quadrantOf(double strength, double momentum);

/// The track of any series against any benchmark (an instrument, a basket's index).
RotationTrack rotationTrack(Symbol symbol, const SeriesView& series, const SeriesView& benchmark,
                            const RotationParams& params);

struct RotationMap {
    RotationParams params;
    Date asOf = Date::min();
    std::vector<RotationTrack> tracks;
    std::vector<Symbol> missing; ///< without closes, or with fewer common sessions than the warm-up needs
};

/// Instruments, then baskets under their names. Refuses a benchmark without closes as MarketView::closes
/// does.
Result<RotationMap> analyseRotation(const MarketView& view, std::span<const Symbol> symbols,
                                    const RotationParams& params, std::span<const Basket> baskets = {});

} // namespace rotascope
