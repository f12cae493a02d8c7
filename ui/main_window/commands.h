// ★ Everything the window can be told to do, with its keys. The menu, the palette and the help page read this
// table.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <span>

namespace rotascope {

class MainWindow;

struct CommandInfo {
    const char* id;
    const char* group; ///< translated where shown
    const char* title; ///< translated where shown
    const char* keys;  ///< portable, alternatives separated by a blank; empty: none
    void (*run)(MainWindow& window);
};

std::span<const CommandInfo> commandCatalogue();
QString commandTitle(const CommandInfo& command);
QString commandGroup(const CommandInfo& command);
QList<QKeySequence> commandKeys(const CommandInfo& command);

} // namespace rotascope
