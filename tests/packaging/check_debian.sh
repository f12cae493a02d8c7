#!/usr/bin/env bash
# check_debian.sh PACKAGES VERSION SCRATCH: Debian's own rules for the package and the papers in it.
set -euo pipefail
packages=$1 version=$2 scratch=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=proof.sh
. "$here/proof.sh"
package=$(only "$packages/rotascope_${version}_$(dpkg --print-architecture 2>/dev/null || echo none).deb") \
    || skip "no Debian package of version $version in $packages; ./dev package makes one"
need lintian lintian
need desktop-file-validate desktop-file-utils
need appstreamcli appstream
need man man-db

rm -rf "$scratch" && mkdir -p "$scratch"
lintian --allow-root --fail-on error "$package" | tee "$scratch/lintian.txt" || fail "lintian found errors"
dpkg-deb -x "$package" "$scratch/files"
share=$scratch/files/usr/share
desktop-file-validate "$share"/applications/*.desktop || fail "the menu entry"
appstreamcli validate --no-net "$share"/metainfo/*.xml || fail "the software centre's description"
for page in rota rotascope; do
    warnings=$(man --warnings -E UTF-8 -l -Tutf8 "$share/man/man1/$page.1.gz" 2>&1 >"$scratch/$page.raw")
    same "$warnings" "" "what man says of $page.1"
    col -b <"$scratch/$page.raw" >"$scratch/$page.txt"
    grep -q -- '--version' "$scratch/$page.txt" || fail "$page.1 tells nothing of --version"
done
say "Debian's rules hold"
