#!/usr/bin/env bash
# prefix.sh FOLDER: fills FOLDER with what Rotascope links on 64-bit Windows: Qt, QCustomPlot, SQLite, fmt, zstd, the
# MinGW runtime and the header-only libraries. What is there already is left alone, so a run that broke off goes on.
# A prepared Qt, QCustomPlot and SQLite is taken from $ROTASCOPE_WINDOWS_PREFIX (a folder) or from
# $ROTASCOPE_SHARED/toolchains/windows-x86_64-*.tar.xz; without one they are built from Debian's sources (about half an
# hour on two cores; ROTASCOPE_WINDOWS_FROM_SOURCE=1 asks for that). Needs the packages of the group "windows" in
# packaging/packages/debian.txt.
set -euo pipefail

readonly triple=x86_64-w64-mingw32
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly repository
[ $# -eq 1 ] || { echo "Usage: prefix.sh FOLDER" >&2; exit 1; }
mkdir -p "$1"
prefix=$(cd "$1" && pwd)
readonly prefix
readonly work=$prefix-sources

say() { printf '%s\n' "prefix: $*" >&2; }
die() { say "$*"; exit 1; }

# --- sources ---------------------------------------------------------------------------------------------------

# A private list of Debian 12's sources: the machine's own lists stay as they are.
private_apt() {
    apt-get -o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o "Dir::State::Lists=$work/lists" "$@"
}

prepare_sources() {
    [ ! -e "$work/lists/ready" ] || return 0
    mkdir -p "$work/lists/partial"
    echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian bookworm main" \
        >"$work/sources.list"
    private_apt -q update >&2 || die "Debian's list of sources could not be read; is the machine online?"
    touch "$work/lists/ready"
}

# source_of PACKAGE: fetches Debian's source, checked by its signature and sums, its patches applied; prints the folder.
source_of() {
    prepare_sources
    local folder=$work/$1
    if [ ! -e "$folder/tree" ]; then
        rm -rf "$folder" && mkdir -p "$folder"
        (cd "$folder" && private_apt -qq source --download-only "$1" >&2 && dpkg-source -x ./*.dsc tree >&2) \
            || die "the source of $1 could not be fetched"
    fi
    echo "$folder/tree"
}

# cross SOURCE BUILD [OPTION…]: configures, builds and installs a CMake project into the prefix.
cross() {
    local source=$1 build=$2
    shift 2
    cmake -G Ninja -S "$source" -B "$build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" \
        -DCMAKE_TOOLCHAIN_FILE="$repository/packaging/cmake/WindowsToolchain.cmake" \
        -DROTASCOPE_WINDOWS_PREFIX="$prefix" "$@" >&2
    cmake --build "$build" >&2
    cmake --install "$build" --strip >&2
}

# --- parts: each makes one file that proves it ------------------------------------------------------------------

unpack_prepared() {
    [ -z "${ROTASCOPE_WINDOWS_FROM_SOURCE:-}" ] || return 0
    local archive
    if [ -n "${ROTASCOPE_WINDOWS_PREFIX:-}" ] && [ "$ROTASCOPE_WINDOWS_PREFIX" != "$prefix" ]; then
        [ -e "$ROTASCOPE_WINDOWS_PREFIX/bin/Qt6Core.dll" ] \
            || die "ROTASCOPE_WINDOWS_PREFIX names $ROTASCOPE_WINDOWS_PREFIX, which holds no bin/Qt6Core.dll"
        say "taking the libraries of $ROTASCOPE_WINDOWS_PREFIX"
        cp -a "$ROTASCOPE_WINDOWS_PREFIX/." "$prefix"
        return 0
    fi
    for archive in "${ROTASCOPE_SHARED:-$repository/../shared}"/toolchains/windows-x86_64-*.tar.xz; do
        [ -e "$archive" ] || continue
        say "unpacking $archive"
        tar -xf "$archive" -C "$prefix"
        return 0
    done
    say "no prepared libraries: building them from Debian's sources"
}

# tabletevent is off because Debian's source leaves out wintab.h; OpenGL because the desktop draws without it.
make_qt() {
    local source
    source=$(source_of qt6-base)
    cross "$source" "$work/build-qt" -DINPUT_opengl=no -DFEATURE_vulkan=OFF -DFEATURE_dbus=OFF -DFEATURE_tabletevent=OFF \
        -DFEATURE_system_zlib=OFF -DFEATURE_sql_odbc=OFF -DFEATURE_sql_sqlite=OFF -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF
}

# Debian's patches are needed: plain 2.1.0 does not compile with the moc of Qt 6.
make_qcustomplot() {
    local source
    source=$(source_of qcustomplot)
    cross "$source" "$work/build-qcustomplot" -DUSE_QT_VERSION=6
}

make_sqlite() {
    local source
    source=$(source_of sqlite3)
    (cd "$source" && ./configure --disable-tcl && make sqlite3.c) >&2
    $triple-gcc-posix -O2 -DSQLITE_THREADSAFE=1 -DSQLITE_DQS=0 -c "$source/sqlite3.c" -o "$work/sqlite3.o"
    mkdir -p "$prefix/lib" "$prefix/include"
    $triple-ar rcs "$prefix/lib/libsqlite3.a" "$work/sqlite3.o"
    cp "$source/sqlite3.h" "$source/src/sqlite3ext.h" "$prefix/include"
}

make_fmt() {
    local source
    source=$(source_of fmtlib)
    cross "$source" "$work/build-fmt" -DBUILD_SHARED_LIBS=OFF -DFMT_DOC=OFF -DFMT_TEST=OFF
}

make_zstd() {
    local source
    source=$(source_of libzstd)
    cross "$source/build/cmake" "$work/build-zstd" -DZSTD_BUILD_SHARED=OFF -DZSTD_BUILD_PROGRAMS=OFF -DZSTD_BUILD_TESTS=OFF
}

make_runtime() {
    local name
    mkdir -p "$prefix/bin"
    for name in libstdc++-6.dll libgcc_s_seh-1.dll libwinpthread-1.dll; do
        cp "$($triple-g++-posix -print-file-name="$name")" "$prefix/bin/$name" 2>/dev/null \
            || cp "/usr/$triple/lib/$name" "$prefix/bin/$name" || die "MinGW's $name was not found"
        $triple-strip "$prefix/bin/$name"
    done
}

# Headers without a library are the same on every system: Debian's own, one link each.
link_headers() {
    local name
    mkdir -p "$prefix/include"
    for name in boost CLI fast_float nlohmann tl; do
        [ -d "/usr/include/$name" ] || die "/usr/include/$name is missing; see packaging/packages/debian.txt"
        ln -sfn "/usr/include/$name" "$prefix/include/$name"
    done
    # fast_float's version stands in its CMake package alone. A copy, since a link would lead to the host's headers.
    mkdir -p "$prefix/lib/cmake"
    rm -rf "$prefix/lib/cmake/FastFloat"
    cp -rL /usr/lib/cmake/FastFloat "$prefix/lib/cmake/FastFloat"
}

# part PROOF COMMAND: runs COMMAND unless the prefix holds PROOF, and believes it only when it does afterwards.
part() {
    [ ! -e "$prefix/$1" ] || return 0
    say "making $1"
    "$2"
    [ -e "$prefix/$1" ] || die "$2 ended without making $1"
}

[ -e "$prefix/bin/Qt6Core.dll" ] || unpack_prepared
part bin/Qt6Core.dll make_qt
part lib/libQCustomPlotQt6.dll.a make_qcustomplot
part lib/libsqlite3.a make_sqlite
part lib/libfmt.a make_fmt
part lib/libzstd.a make_zstd
part bin/libstdc++-6.dll make_runtime
link_headers
