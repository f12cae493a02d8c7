// Where a figure of the Overview leads: the range and the crosshair that show what it is about.
#pragma once

#include "ui/pages/overview_tiles.h"
#include "ui/session/session.h"

#include <optional>

namespace rotascope {

/// The sessions from `base` to the as-of session, at least a month of them; nothing happens without a base.
void lookBackTo(Session& session, const PairAnalysis& analysis, const std::optional<Date>& base);

/// The crosshair on the session that the tile is about, with that session in sight.
void lookAt(Session& session, const PairAnalysis& analysis, OverviewTile tile);

} // namespace rotascope
