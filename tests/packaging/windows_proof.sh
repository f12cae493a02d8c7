#!/usr/bin/env bash
# windows_proof.sh BUILD PACKAGES ROTA VERSION SCRATCH: the Windows setup and the portable ZIP, installed and used under
# Wine as a user would: install, every kind of use, upgrade, refusals, uninstall. ROTA is this system's own rota, whose
# figures are the ones to match. Pictures and notes stay in SCRATCH/kept.
set -euo pipefail
build=$1 packages=$2 rota=$3 version=$4 scratch=$5
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=proof.sh
. "$here/proof.sh"

setup=$(only "$packages/rotascope-$version-windows-x64-setup.exe") || skip "no Windows setup in $packages; ./dev package windows makes one"
zip=$(only "$packages/rotascope-$version-windows-x64-portable.zip") || fail "there is a setup but no portable ZIP in $packages"
wine=/usr/lib/wine/wine64
[ -x "$wine" ] || wine=wine64
need "$wine" wine64
need Xvfb xvfb
need unzip unzip
need objdump binutils
need sqlite3 sqlite3
need cmake cmake

rm -rf "$scratch"
mkdir -p "$scratch/kept" "$scratch/home"
# Wine links a user's folders to those of HOME, so that one is made for it; its builder of menus for Linux stays out.
export HOME=$scratch/home WINEPREFIX=$scratch/prefix WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe='
unset XDG_DATA_HOME QT_QPA_PLATFORM QT_PLUGIN_PATH
display=:$((RANDOM % 400 + 100))
Xvfb "$display" -screen 0 1920x1200x24 >/dev/null 2>&1 &
xvfb=$!
export DISPLAY=$display
disk=$WINEPREFIX/drive_c/small locked=$WINEPREFIX/drive_c/locked
clean() {
    "${wine%64}server" -k 2>/dev/null || /usr/lib/wine/wineserver64 -k 2>/dev/null || true
    kill "$xvfb" 2>/dev/null || true
    umount "$disk" 2>/dev/null || true
    chattr -i "$locked" 2>/dev/null || true
}
trap clean EXIT
sleep 1

w() { "$wine" "$@" 2>/dev/null | tr -d '\r'; return "${PIPESTATUS[0]}"; }
said() { "$wine" "$@" 2>&1 >/dev/null | tr -d '\r' || true; } # on the error stream
code() { local rc=0; "$wine" "$@" >/dev/null 2>&1 || rc=$?; echo "$rc"; }
value() { w reg query "$1" /v "$2" | sed -n "s/^ *$2 *REG_[A-Z_]* *//p"; }
uninstall_key='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Rotascope'

say "a fresh Windows"
w wineboot -i >/dev/null || fail "Wine could not make a prefix"
user=$(basename "$(find "$WINEPREFIX/drive_c/users" -mindepth 1 -maxdepth 1 -type d ! -name Public | head -1)")
local_data=$WINEPREFIX/drive_c/users/$user/AppData/Local
program=$local_data/Programs/Rotascope
windows_program="C:\\users\\$user\\AppData\\Local\\Programs\\Rotascope"
data=$local_data/Rotascope
installed() { (cd "$WINEPREFIX/drive_c" && find users "Program Files" ProgramData -iname '*rota*' 2>/dev/null; find "$HOME" -iname '*rota*') | LC_ALL=C sort; }

say "Windows 7 is refused, and nothing is left there"
w winecfg /v win7
same "$(code "$setup" /S)" 6 "exit code of the setup on Windows 7"
same "$(installed)" "" "what a refused setup left"
w winecfg /v win10

# small_disk OPTIONS: a disk of a few megabytes, or with room for a few files, as C:\small; false where that takes root.
small_disk() {
    umount "$disk" 2>/dev/null || true
    mkdir -p "$disk"
    mount -t tmpfs -o "$1" tmpfs "$disk" 2>/dev/null
}

if small_disk size=500m,nr_inodes=12; then
    say "a disk that fills up while files are written is left as it was"
    same "$(code "$setup" /S '/D=C:\small\Rotascope')" 5 "exit code of a setup whose disk fills up"
    same "$(find "$disk" -mindepth 1)" "" "what a setup left on the full disk"
    same "$(installed)" "" "what a setup left elsewhere when its disk was full"
else
    say "left out: a small disk takes root"
fi

say "an older version first, with the desktop icon and the search path"
(cd "$(dirname "$build")" && cpack --config "$build/CPackConfig.cmake" -G NSIS -R 0.0.1 -B "$scratch/older" >"$scratch/older.log" 2>&1) \
    || { cat "$scratch/older.log"; fail "the older setup could not be made"; }
older=$(only "$scratch"/older/*-setup.exe) || fail "no older setup"
w reg add 'HKCU\Environment' /v Path /t REG_EXPAND_SZ /d '%USERPROFILE%\bin;C:\tools' /f >/dev/null
same "$(code "$older" /S /PATH=1 /DESKTOP=1)" 0 "exit code of the older setup"
same "$(value "$uninstall_key" DisplayVersion)" 0.0.1 "the older version"
same "$(value 'HKCU\Environment' Path)" "%USERPROFILE%\\bin;C:\\tools;$windows_program" "the search path"
[ -e "$HOME/Rotascope.lnk" ] || [ -e "$HOME/Desktop/Rotascope.lnk" ] || [ -e "$WINEPREFIX/drive_c/users/$user/Desktop/Rotascope.lnk" ] || fail "no icon on the desktop"
w "$program/rota.exe" demo >/dev/null || fail "rota demo on the desk of the older version"
mkdir -p "$data"
printf '{"settings":{"theme":"dark"},"memory":{}}' >"$data/settings.json"
desk_before=$(w "$program/rota.exe" list --json)

say "the upgrade keeps desk, settings and what was chosen"
same "$(code "$setup" /S)" 0 "exit code of the setup"
same "$(value "$uninstall_key" DisplayVersion)" "$version" "the version after the upgrade"
same "$(cat "$data/settings.json")" '{"settings":{"theme":"dark"},"memory":{}}' "settings after the upgrade"
same "$(w "$program/rota.exe" list --json)" "$desk_before" "the desk after the upgrade"
same "$(value 'HKCU\Environment' Path)" "%USERPROFILE%\\bin;C:\\tools;$windows_program" "the search path after the upgrade"
w reg query 'HKCU\Software\Classes\Rotascope.Desk\shell\open\command' | grep -qF "\"$windows_program\\rotascope.exe\" \"%1\"" || fail "a double click on a desk does not open it"

say "imports resolve inside the package"
"$here/check_imports.sh" "$program" "$here/../../packaging/windows/system_libraries.txt" || fail "imports"
cmake "-DBILL=$program/papers/sbom.spdx.json" -P "$here/check_spdx.cmake" || fail "the bill of materials"
[ -s "$program/papers/licences/LGPL-3.0.txt" ] || fail "no licences"

# use FOLDER NAME: every kind of use, with the programs of FOLDER.
use() {
    local folder=$1 kept=$scratch/kept/$2
    same "$(w "$folder/rota.exe" --version)" "rota $version" "rota --version ($2)"
    same "$(w "$folder/rotascope.exe" --version)" "rotascope $version" "rotascope --version ($2)"

    # A user's folder as they are called in real life.
    local place="$WINEPREFIX/drive_c/users/$user/Kurse für Žofie 株 $2"
    local windows="C:\\users\\$user\\Kurse für Žofie 株 $2"
    mkdir -p "$place"
    "$rota" --log none --db "$place/linux.rota" demo >/dev/null
    w "$folder/rota.exe" --db "$windows\\windows.rota" demo >/dev/null || fail "rota demo ($2)"
    "$rota" --log none --db "$place/linux.rota" divergence --json | without_provenance >"$kept.linux.json"
    w "$folder/rota.exe" --db "$windows\\windows.rota" divergence --json | without_provenance >"$kept.windows.json"
    awk -f "$here/same_numbers.awk" "$kept.linux.json" "$kept.windows.json" || fail "figures differ ($2)"

    "$rota" --log none --db "$place/linux.rota" export RUT SPX >"$place/Schlusskurse – März.csv"
    w "$folder/rota.exe" --db "$windows\\eigene.rota" import "$windows\\Schlusskurse – März.csv" --json >"$kept.import.json" \
        || fail "import of a file with blanks and letters outside ASCII ($2): $(cat "$kept.import.json")"
    grep -q 'Schlusskurse – März.csv' "$kept.import.json" || fail "the import names its file otherwise ($2)"
    "$rota" --log none --db "$place/eigene.linux.rota" import "$place/Schlusskurse – März.csv" >/dev/null
    "$rota" --log none --db "$place/eigene.linux.rota" divergence --json | without_provenance >"$kept.own.linux.json"
    w "$folder/rota.exe" --db "$windows\\eigene.rota" divergence --json | without_provenance >"$kept.own.windows.json"
    awk -f "$here/same_numbers.awk" "$kept.own.linux.json" "$kept.own.windows.json" || fail "figures of the import differ ($2)"

    w "$folder/rota.exe" --db "$windows\\eigene.rota" import - --json <"$place/Schlusskurse – März.csv" >"$kept.pipe.json" \
        || fail "import from a pipe ($2): $(cat "$kept.pipe.json")"
    grep -q '"stored": 0' "$kept.pipe.json" || fail "the pipe brought other rows than the file ($2)"

    w "$folder/rota.exe" --db "$windows\\windows.rota" report -o "$windows\\Bericht.html" >/dev/null || fail "report ($2)"
    grep -q 'DEMO' "$place/Bericht.html" || fail "the report says nothing ($2)"
    w "$folder/rota.exe" --db "$windows\\windows.rota" verify "$windows\\Bericht.html" | grep -qi identical || fail "verify ($2)"
    "$rota" --log none --db "$place/linux.rota" verify "$place/Bericht.html" >"$kept.verify.txt" 2>&1 || true

    # Beyond 260 letters, which Windows allows to programs that say they can.
    local deep="$place" windows_deep="$windows" i
    for i in 1 2 3 4 5; do deep="$deep/a folder with a long name of sixty letters or thereabouts $i"; windows_deep="$windows_deep\\a folder with a long name of sixty letters or thereabouts $i"; done
    mkdir -p "$deep"
    w "$folder/rota.exe" --db "$windows_deep\\tief.rota" demo >/dev/null || fail "a desk on a path of ${#windows_deep} letters ($2)"
    [ -s "$deep/tief.rota" ] || fail "the deep desk is not where it should be ($2)"

    # Of a newer version: refused with the reason, and left as it is.
    cp "$place/linux.rota" "$place/neuer.rota"
    sqlite3 "$place/neuer.rota" 'PRAGMA user_version = 9999'
    local newer; newer=$(sha256sum <"$place/neuer.rota")
    said "$folder/rota.exe" --db "$windows\\neuer.rota" list | grep -q 'written by a newer Rotascope' || fail "rota says nothing of a newer desk ($2)"
    said "$folder/rotascope.exe" "$windows\\neuer.rota" --screenshot "$windows\\neuer.png" | grep -q 'written by a newer Rotascope' \
        || fail "rotascope says nothing of a newer desk ($2)"
    same "$(sha256sum <"$place/neuer.rota")" "$newer" "a newer desk after it was refused ($2)"
    cp "$place/neuer.png" "$kept.newer.png"

    # On a share, which may lose locks: it works, with a warning.
    mkdir -p "$WINEPREFIX/dosdevices/unc/office/desks"
    said "$folder/rota.exe" --db '\\office\desks\Büro.rota' import "$windows\\Schlusskurse – März.csv" >"$kept.share.txt"
    grep -q 'lies on a network drive' "$kept.share.txt" || fail "no warning about a desk on a share ($2): $(cat "$kept.share.txt")"
    [ -s "$WINEPREFIX/dosdevices/unc/office/desks/Büro.rota" ] || fail "there is no desk on the share ($2)"
    rm -r "$WINEPREFIX/dosdevices/unc"

    w "$folder/rotascope.exe" "$windows\\windows.rota" --screenshot "$windows\\Bild.png" --size 1600x1000 || fail "screenshot ($2)"
    picture "$place/Bild.png"
    cp "$place/Bild.png" "$kept.png"
    w "$folder/rotascope.exe" "$windows\\windows.rota" --report "$windows\\Bericht.pdf" || fail "PDF report ($2)"
    same "$(head -c 5 "$place/Bericht.pdf")" "%PDF-" "the PDF report ($2)"
    rm -rf "$place"
}

# What differs between two desks with the same values stands in one object.
without_provenance() { awk '/^  "provenance": \{/ { inside = 1 } !inside { print } /^  \},?$/ { inside = 0 }'; }

say "the installed programs in use"
use "$program" setup

say "a running program is not replaced, nor removed"
"$wine" "$program/rotascope.exe" >/dev/null 2>&1 &
window=$!
sleep 8
w "$program/rota.exe" --db 'C:\second.rota' demo >/dev/null || fail "a second desk"
"$wine" "$program/rotascope.exe" 'C:\second.rota' >/dev/null 2>&1 &
second=$!
sleep 8
same "$(w winedbg --command 'info proc' | grep -c "'rotascope.exe'")" 2 "windows after a second desk was opened"
same "$(code "$setup" /S)" 4 "exit code of the setup over a running window"
code "$program/uninstall.exe" /S >/dev/null
sleep 4
[ -e "$program/rotascope.exe" ] || fail "the uninstaller removed a running program"
w taskkill /f /im rotascope.exe >/dev/null || true
wait "$window" "$second" 2>/dev/null || true
rm -f "$WINEPREFIX/drive_c/second.rota"

say "going back to an older version is refused until it is asked for"
w reg add "$uninstall_key" /v DisplayVersion /d 99.0.0 /f >/dev/null
same "$(code "$setup" /S)" 3 "exit code of a downgrade"
same "$(code "$setup" /S /DOWNGRADE=1)" 0 "exit code of a downgrade that was asked for"
same "$(value "$uninstall_key" DisplayVersion)" "$version" "the version after the downgrade"

say "a folder that may not be written is refused"
mkdir -p "$WINEPREFIX/drive_c/full"
printf 'not a folder' >"$WINEPREFIX/drive_c/full/Rotascope"
same "$(code "$setup" /S '/D=C:\full\Rotascope')" 5 "exit code of a setup into a file"
same "$(cat "$WINEPREFIX/drive_c/full/Rotascope")" 'not a folder' "what stood in the way"
same "$(value "$uninstall_key" DisplayVersion)" "$version" "the version after the refused folder"
rm -r "$WINEPREFIX/drive_c/full"
mkdir -p "$locked"
chmod 555 "$locked"
if [ "$(id -u)" -ne 0 ] || chattr +i "$locked" 2>/dev/null; then
    same "$(code "$setup" /S '/D=C:\locked\Rotascope')" 5 "exit code of a setup into a folder without rights"
    same "$(find "$locked" -mindepth 1)" "" "what a setup left in a folder without rights"
    chattr -i "$locked" 2>/dev/null || true
else
    say "left out: nothing here can take root's rights away"
fi
if small_disk size=8m; then
    same "$(code "$setup" /S '/D=C:\small\Rotascope')" 5 "exit code of a setup onto a full disk"
    same "$(find "$disk" -mindepth 1)" "" "what a setup left on the full disk"
    umount "$disk"
fi
same "$(code "$setup" /S '/D=C:\in quotes\Rotascope')" 5 "exit code of a setup whose folder stands in quotes"
same "$(value "$uninstall_key" DisplayVersion)" "$version" "the version after the refused folders"
same "$(w "$program/rota.exe" --version)" "rota $version" "the installed program after the refused folders"

say "the uninstaller leaves the desk and nothing else"
code "$program/uninstall.exe" /S >/dev/null
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do [ -e "$program" ] || break; sleep 1; done
same "$(installed | grep -v -e 'AppData/Local/Rotascope$' -e 'AppData/Local/Rotascope/desk.rota' -e '/backups')" "" "what the uninstaller left"
[ -s "$data/desk.rota" ] || fail "the desk is gone"
[ ! -e "$data/settings.json" ] || fail "the settings are still there"
same "$(value 'HKCU\Environment' Path)" '%USERPROFILE%\bin;C:\tools' "the search path after the uninstaller"
w reg query "$uninstall_key" >/dev/null && fail "the list of programs still names Rotascope"
w reg query 'HKCU\Software\Classes\.rota' >/dev/null && fail ".rota is still registered"
rm -rf "$data"

say "for everyone"
everyone=$WINEPREFIX/drive_c/Program\ Files/Rotascope
same "$(code "$setup" /S /AllUsers)" 0 "exit code of the setup for everyone"
same "$(w "$everyone/rota.exe" --version)" "rota $version" "rota --version for everyone"
same "$(value "${uninstall_key/HKCU/HKLM}" DisplayVersion)" "$version" "the version for everyone"
w reg query "$uninstall_key" >/dev/null && fail "a setup for everyone wrote into one user's list of programs"
code "$everyone/uninstall.exe" /S >/dev/null
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do [ -e "$everyone" ] || break; sleep 1; done
same "$(installed | grep -v -e 'AppData/Local/Rotascope')" "" "what the uninstaller for everyone left"
w reg query "${uninstall_key/HKCU/HKLM}" >/dev/null && fail "the list of everyone's programs still names Rotascope"

say "the portable ZIP, in a folder of a user's own"
portable="$WINEPREFIX/drive_c/Mein Stick – Ä"
mkdir -p "$portable"
unzip -q "$zip" -d "$portable"
portable=$(dirname "$(find "$portable" -name rota.exe)")
[ -s "$portable/portable.txt" ] || fail "the ZIP holds no portable.txt"
"$here/check_imports.sh" "$portable" "$here/../../packaging/windows/system_libraries.txt" || fail "imports of the ZIP"
w "$portable/rota.exe" demo >/dev/null || fail "rota demo beside the portable program"
[ -s "$portable/data/desk.rota" ] || fail "the portable desk is not beside the program"
use "$portable" portable
[ ! -e "$data" ] || fail "the portable program wrote into the user's folders"
say "all of it; pictures in $scratch/kept"
