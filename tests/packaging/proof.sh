# Read by the proofs of packages: what they share. Bash, Linux.
# shellcheck shell=bash
say() { printf '%s\n' "proof: $*"; }
fail() { printf '%s\n' "proof: FAILED: $*" >&2; exit 1; }
skip() { printf '%s\n' "SKIPPED: $*"; exit 0; }

# need PROGRAM PACKAGE: skips where PROGRAM is not installed.
need() { command -v "$1" >/dev/null 2>&1 || [ -x "$1" ] || skip "$1 is not installed (Debian package: $2)"; }

# only FILE…: the one file that a pattern finds; skips for none.
only() {
    [ $# -eq 1 ] && [ -e "$1" ] || return 1
    printf '%s\n' "$1"
}

same() { [ "$1" = "$2" ] || fail "$3: '$1' is not '$2'"; }

# picture FILE: a PNG of some size, with something on it.
picture() {
    [ -s "$1" ] || fail "there is no picture $1"
    [ "$(head -c 4 "$1" | tail -c 3)" = PNG ] || fail "$1 is no PNG"
    [ "$(wc -c <"$1")" -gt 40000 ] || fail "$1 has only $(wc -c <"$1") bytes: an empty window"
}
