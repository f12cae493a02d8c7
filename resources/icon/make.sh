#!/usr/bin/env bash
# Draws rotascope.svg at every size that the three systems want: PNGs (Linux, the window), rotascope.ico (Windows) and
# rotascope.icns (macOS). To be run after a change of the SVG; what it makes is kept in the repository, so that no build
# needs it. Debian packages: the group "icons" in packaging/packages/debian.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for size in 16 24 32 48 64 128 256 512 1024; do
    rsvg-convert -w "$size" -h "$size" rotascope.svg -o "$size.png"
done

# Small ones as bitmaps, which every Windows reads; the large one as a PNG.
icotool --create --output=rotascope.ico 16.png 24.png 32.png 48.png 64.png --raw=256.png

big_endian() { printf '%b' "$(printf '\\x%02x\\x%02x\\x%02x\\x%02x' $(($1 >> 24 & 255)) $(($1 >> 16 & 255)) $(($1 >> 8 & 255)) $(($1 & 255)))"; }

# Apple's format: "icns", the length of all, then pieces of four letters (kind and size), length and PNG.
readonly pieces="icp4:16 icp5:32 ic11:32 ic12:64 ic07:128 ic13:256 ic08:256 ic14:512 ic09:512 ic10:1024"
total=8
for piece in $pieces; do
    total=$((total + 8 + $(wc -c <"${piece#*:}.png")))
done
{
    printf 'icns'
    big_endian "$total"
    for piece in $pieces; do
        printf '%s' "${piece%:*}"
        big_endian $((8 + $(wc -c <"${piece#*:}.png")))
        cat "${piece#*:}.png"
    done
} >rotascope.icns
rm 1024.png # only inside the icns
