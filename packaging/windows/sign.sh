#!/usr/bin/env bash
# sign.sh FILE…: signs programs for Windows where a certificate is given, and does nothing without one.
#   ROTASCOPE_CERTIFICATE           a PKCS #12 file
#   ROTASCOPE_CERTIFICATE_PASSWORD  its password
#   ROTASCOPE_TIMESTAMP             a server that dates the signature; none by default, so that nothing is asked unbidden
set -euo pipefail
[ -n "${ROTASCOPE_CERTIFICATE:-}" ] || exit 0
command -v osslsigncode >/dev/null || { echo "sign: osslsigncode is not installed" >&2; exit 1; }
for file in "$@"; do
    osslsigncode sign -pkcs12 "$ROTASCOPE_CERTIFICATE" -pass "${ROTASCOPE_CERTIFICATE_PASSWORD:-}" -h sha256 -n Rotascope \
        ${ROTASCOPE_TIMESTAMP:+-ts "$ROTASCOPE_TIMESTAMP"} -in "$file" -out "$file.signed" >&2
    mv "$file.signed" "$file"
done
