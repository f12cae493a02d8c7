# Cross compiler for 64-bit Windows: Debian's MinGW (posix threads) and the prefix that packaging/windows/prefix.sh
# makes. Everything that is linked comes from the prefix or from Debian's MinGW packages, nothing from the host.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(triple x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${triple}-gcc-posix)
set(CMAKE_CXX_COMPILER ${triple}-g++-posix)
set(CMAKE_RC_COMPILER ${triple}-windres)

get_filename_component(repository "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
set(ROTASCOPE_WINDOWS_PREFIX "${repository}/build/windows-prefix" CACHE PATH "Libraries built for Windows")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES ROTASCOPE_WINDOWS_PREFIX)
set(CMAKE_PREFIX_PATH "${ROTASCOPE_WINDOWS_PREFIX}")
set(CMAKE_FIND_ROOT_PATH "${ROTASCOPE_WINDOWS_PREFIX}" /usr/${triple})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# moc, rcc and uic are the host's.
set(QT_HOST_PATH /usr)
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake)
# One DLL fewer.
set(ZLIB_USE_STATIC_LIBS ON)
