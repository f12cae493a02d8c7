// What differs between the systems before a window is there.
#pragma once

#include <QStringList>

namespace rotascope {

/// The arguments without the program's name, with every letter also where argv has lost some (Windows).
QStringList argumentsOf(int argc, char** argv);

/// On Windows a program with windows has no console of its own: what it says goes to the one it was started
/// from.
void useCallersConsole();

/// Without a display a picture can still be made.
void choosePlatform(bool picture);

} // namespace rotascope
