// The words of the Overview's strip of figures.
#pragma once

#include "ui/session/desk_snapshot.h"
#include "ui/widgets/tile_strip.h"

#include <cstdint>
#include <vector>

namespace rotascope {

/// In the order of the strip.
enum class OverviewTile : std::uint8_t { Small, Large, Spread, Beta, Year, Average, Event };

constexpr int kOverviewTiles = 7;

/// One text per tile, of an analysis that holds a divergence.
std::vector<TileText> overviewTiles(const PairAnalysis& analysis);

} // namespace rotascope
