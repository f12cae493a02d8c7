// ★ What can be chosen for each setting of a file's reading.
#pragma once

#include "core/workflow/preview_import.h"

#include <QStringList>

namespace rotascope {

/// The first choice gives the decision back to the file. Empty for a setting that follows from others.
QStringList choicesFor(SettingOf setting);

/// The choices with one setting decided; `choice` counts choicesFor(). Instrument is not among them: its name
/// is typed.
ReadingChoices withChoice(ReadingChoices choices, SettingOf setting, int choice);

} // namespace rotascope
