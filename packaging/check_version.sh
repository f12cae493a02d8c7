#!/usr/bin/env bash
# check_version.sh [TAG]: the version of CMakeLists.txt, the one place it stands in, has a section in CHANGELOG.md; with a
# TAG (v0.1.0) it is that version, and its section has a date. Prints the version.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
version=$(sed -n 's/^project(Rotascope VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
[ -n "$version" ] || { echo "CMakeLists.txt names no version" >&2; exit 1; }
section=$(grep -F "## [$version]" CHANGELOG.md) || { echo "CHANGELOG.md has no section [$version]" >&2; exit 1; }
if [ $# -gt 0 ]; then
    [ "$1" = "v$version" ] || { echo "the tag $1 is not v$version, the version of CMakeLists.txt" >&2; exit 1; }
    [[ $section =~ [0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] || { echo "CHANGELOG.md gives [$version] no date: $section" >&2; exit 1; }
fi
echo "$version"
