#!/usr/bin/env bash
# notarise.sh DMG: has Apple look the signed DMG through and staples the answer to it, then makes the sums anew. Needs
# NOTARY_KEY (the text of an App Store Connect key), NOTARY_KEY_ID and NOTARY_ISSUER. macOS, in the release workflow.
set -euo pipefail
dmg=$1
key=$RUNNER_TEMP/notary.p8
printf '%s' "$NOTARY_KEY" >"$key"
xcrun notarytool submit "$dmg" --key "$key" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER" --wait
rm "$key"
xcrun stapler staple "$dmg"
cd "$(dirname "$dmg")"
rm -f SHA256SUMS
sums=$(shasum -a 256 ./* | sed 's|\./||')
printf '%s\n' "$sums" >SHA256SUMS
