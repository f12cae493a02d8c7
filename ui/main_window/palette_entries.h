// What the command palette and the rail offer: commands, pages, symbols. And the keys, for the help page.
#pragma once

#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/conventions_dialog.h"
#include "ui/widgets/page_rail.h"

#include <vector>

namespace rotascope {

class MainWindow;

std::vector<PaletteEntry> paletteEntries(MainWindow& window);
/// "2024-11-06" and "6 Nov 2024" become a step to that date.
std::optional<PaletteEntry> dateEntry(MainWindow& window, const QString& text);
std::vector<KeyText> keyTexts();
std::vector<RailEntry> railEntries();

} // namespace rotascope
