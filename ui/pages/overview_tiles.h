// The words of the Overview's strip of figures.
#pragma once

#include "core/analysis/flows/flows.h"
#include "core/analysis/relative/breadth.h"
#include "ui/session/desk_snapshot.h"
#include "ui/widgets/tile_strip.h"

#include <cstdint>
#include <vector>

namespace rotascope {

/// In the order of the strip. Breadth: of the coverage list, or what beta leaves while there is none. Week:
/// the small-cap fund's flow, or the spread of the year while there is none.
enum class OverviewTile : std::uint8_t { Small, Large, Spread, Breadth, Week, Average, Event };

constexpr int kOverviewTiles = 7;

/// One text per tile, of an analysis that holds a divergence. `fund` is the week of the fund that stands for
/// small caps, `breadth` the coverage list's over the sessions of the move; null where there is none.
std::vector<TileText> overviewTiles(const PairAnalysis& analysis, const LeagueRow* fund = nullptr,
                                    const Breadth* breadth = nullptr);

} // namespace rotascope
