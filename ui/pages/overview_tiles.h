// The words of the Overview's strip of figures.
#pragma once

#include "core/analysis/flows/flows.h"
#include "core/analysis/relative/breadth.h"
#include "core/rules/playbook_reading.h"
#include "ui/session/desk_snapshot.h"
#include "ui/widgets/tile_strip.h"

#include <cstdint>
#include <vector>

namespace rotascope {

/// In the order of the strip. Breadth: of the coverage list, or what beta leaves while there is none. Week:
/// the small-cap fund's flow, or the spread of the year while there is none. Rules: how many fire, or the
/// ratio against its average while there are none.
enum class OverviewTile : std::uint8_t { Small, Large, Spread, Breadth, Week, Event, Rules };

constexpr int kOverviewTiles = 7;

/// What the strip shows beside the pair; null where there is none.
struct BesideThePair {
    const LeagueRow* fund = nullptr;        ///< the week of the fund that stands for small caps
    const Breadth* breadth = nullptr;       ///< the coverage list's, over the sessions of the move
    const PlaybookReading* rules = nullptr; ///< with at least one rule
};

/// One text per tile, of an analysis that holds a divergence.
std::vector<TileText> overviewTiles(const PairAnalysis& analysis, const BesideThePair& beside);

} // namespace rotascope
