// The words of the Overview's strip of figures.
#pragma once

#include "core/analysis/flows/flows.h"
#include "ui/session/desk_snapshot.h"
#include "ui/widgets/tile_strip.h"

#include <cstdint>
#include <vector>

namespace rotascope {

/// In the order of the strip. Week: the small-cap fund's flow, or the spread of the year while there is none.
enum class OverviewTile : std::uint8_t { Small, Large, Spread, Beta, Week, Average, Event };

constexpr int kOverviewTiles = 7;

/// One text per tile, of an analysis that holds a divergence. `fund` is the week of the fund that stands for
/// small caps, or null.
std::vector<TileText> overviewTiles(const PairAnalysis& analysis, const LeagueRow* fund = nullptr);

} // namespace rotascope
