// The words of the frame: conventions in force, the desk in two lines, what the program is doing.
#pragma once

#include "ui/session/session.h"

#include <QString>

namespace rotascope {

/// "As of 6 Nov 2024: nothing later is used · 5 sessions · σ expanding · price return · data to 28 Nov 2025".
QString conventionsText(const Session& session);
/// "24 instruments".
QString footerText(const DeskSnapshot* desk);
QString idleText(const Session& session);

} // namespace rotascope
