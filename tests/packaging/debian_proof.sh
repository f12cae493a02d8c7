#!/usr/bin/env bash
# debian_proof.sh PACKAGES VERSION SCRATCH: the Debian package in a fresh Debian 12 without build tools: installed with
# the dependencies it declares and nothing else, used, removed. Needs root, debootstrap and a mirror.
set -euo pipefail
packages=$1 version=$2 scratch=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=proof.sh
. "$here/proof.sh"

package=$(only "$packages/rotascope_${version}_$(dpkg --print-architecture 2>/dev/null || echo none).deb") \
    || skip "no Debian package of version $version in $packages; ./dev package makes one"
need debootstrap debootstrap
need cmake cmake
[ "$(id -u)" -eq 0 ] || skip "a fresh Debian is made as root"
mirror=$(sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb  *\(\[[^]]*\] *\)\{0,1\}\([^ ]*\) .*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/debian* 2>/dev/null | head -1 || true)

rm -rf "$scratch/kept"
mkdir -p "$scratch/kept"
root=$scratch/debian
clean() { umount "$root/proc" "$root/dev" 2>/dev/null || true; }
trap clean EXIT
clean
rm -rf "$root"
say "a fresh Debian 12 from ${mirror:=http://deb.debian.org/debian}"
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$scratch/debootstrap.log" 2>&1 \
    || skip "debootstrap found no Debian at $mirror: $(tail -1 "$scratch/debootstrap.log")"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true

within() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/ann LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" "$@"; }

mkdir -p "$root/home/ann"
cp "$package" "$root/tmp/rotascope.deb"
within apt-get -q update >"$scratch/apt.log" 2>&1 || skip "the fresh Debian reaches no mirror: $(tail -1 "$scratch/apt.log")"
within dpkg -l | grep -E '^ii +(g\+\+|gcc|cmake|make|qt6-base-dev|libstdc\+\+-[0-9]+-dev) ' && fail "there are build tools in the fresh Debian"

say "installed with what it declares"
within apt-get install -qy --no-install-recommends /tmp/rotascope.deb >>"$scratch/apt.log" 2>&1 || { tail -20 "$scratch/apt.log"; fail "apt-get install"; }
# shellcheck disable=SC2016  # dpkg's own variable
within dpkg-query -W -f='${Depends}\n' rotascope | tee "$scratch/kept/depends.txt"
for program in rota rotascope; do
    within ldd "/usr/bin/$program" | grep 'not found' && fail "$program lacks a library"
    same "$(within "$program" --version)" "$program $version" "$program --version"
done

say "in use"
within rota demo >/dev/null || fail "rota demo"
[ -s "$root/home/ann/.local/share/rotascope/desk.rota" ] || fail "the desk is not where it should be"
within rota divergence --json >"$scratch/kept/divergence.json" || fail "rota divergence"
within rota report -o /home/ann/report.html >/dev/null || fail "rota report"
within rota verify /home/ann/report.html | grep -qi identical || fail "rota verify"
within rotascope --screenshot /home/ann/picture.png --size 1600x1000 || fail "rotascope --screenshot"
picture "$root/home/ann/picture.png"
cp "$root/home/ann/picture.png" "$scratch/kept/debian.png"
within rotascope --report /home/ann/report.pdf || fail "rotascope --report"
for file in man/man1/rota.1.gz man/man1/rotascope.1.gz applications/org.rotascope.Rotascope.desktop mime/packages/rotascope.xml \
            metainfo/org.rotascope.Rotascope.metainfo.xml doc/rotascope/copyright doc/rotascope/sbom.spdx.json; do
    within dpkg -L rotascope | grep -qxF "/usr/share/$file" || fail "the package does not own /usr/share/$file"
done

cmake "-DBILL=$root/usr/share/doc/rotascope/sbom.spdx.json" -P "$here/check_spdx.cmake" || fail "the bill of materials"

say "removed"
within dpkg -L rotascope | while read -r path; do [ -d "$root$path" ] || echo "$path"; done >"$scratch/kept/files.txt"
within apt-get purge -qy rotascope >>"$scratch/apt.log" 2>&1 || fail "apt-get purge"
while read -r path; do
    [ -e "$root$path" ] && fail "$path is still there"
done <"$scratch/kept/files.txt"
find "$root/usr" "$root/etc" -iname '*rotascope*' | grep . && fail "files are left"
[ -s "$root/home/ann/.local/share/rotascope/desk.rota" ] || fail "the desk is gone"
say "all of it; the picture is in $scratch/kept"
