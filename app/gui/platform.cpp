#include "app/gui/platform.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
// windows.h has to be there before the others.
// clang-format off
#include <windows.h>
#include <shellapi.h>
// clang-format on

#include <cstdio>
#endif

namespace rotascope {

#ifdef Q_OS_WIN

QStringList argumentsOf(int, char**) {
    int count = 0;
    wchar_t** wide = CommandLineToArgvW(GetCommandLineW(), &count);
    QStringList arguments;
    for (int i = 1; wide != nullptr && i < count; ++i)
        arguments << QString::fromWCharArray(wide[i]);
    LocalFree(wide);
    return arguments;
}

namespace {

/// A stream that was redirected stays; one that leads nowhere leads to the console.
void leadToConsole(DWORD handle, FILE* stream) {
    if (GetFileType(GetStdHandle(handle)) == FILE_TYPE_UNKNOWN)
        (void)std::freopen("CONOUT$", "w", stream);
}

} // namespace

void useCallersConsole() {
    if (AttachConsole(ATTACH_PARENT_PROCESS) == 0)
        return;
    leadToConsole(STD_OUTPUT_HANDLE, stdout);
    leadToConsole(STD_ERROR_HANDLE, stderr);
}

void choosePlatform(bool) {}

#else

QStringList argumentsOf(int argc, char** argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

void useCallersConsole() {}

void choosePlatform(bool picture) {
#ifdef Q_OS_LINUX
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (picture && !display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#else
    Q_UNUSED(picture)
#endif
}

#endif

} // namespace rotascope
