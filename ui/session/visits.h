// What the user's last visit to each desk left behind, kept with the settings.
#pragma once

#include "core/workflow/last_look.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"

#include <optional>

namespace rotascope {

/// The visit before this run of the program; nullopt for a desk that is new to the user.
std::optional<LastLook> lastVisit(const Settings& settings, const QString& deskPath);

/// Notes the visit that is going on, for the next run. Does nothing while the session looks at the past: what
/// is new then is not what the user has seen.
void noteVisit(Settings& settings, const Session& session);

} // namespace rotascope
