// What the user's last visit to each desk left behind, kept with the settings.
#pragma once

#include "core/look/changes.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"

#include <optional>

namespace rotascope {

/// The visit before this run of the program; nullopt for a desk that is new to the user. What an older
/// program kept, or what is damaged, is left out without a word.
std::optional<DeskLook> lastVisit(const Settings& settings, const QString& deskPath);

/// Notes the visit that is going on, for the next run. Does nothing while the session looks at the past: what
/// is new then is not what the user has seen.
void noteVisit(Settings& settings, Session& session);

/// Of the pair and the imports alone, what is known before the whole look has been taken.
std::vector<Change> firstChanges(const DeskLook& before, const PairAnalysis& analysis);

} // namespace rotascope
