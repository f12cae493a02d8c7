#!/usr/bin/env bash
# keychain.sh: puts the signing certificate (CERTIFICATE, base64 of a PKCS #12 file, PASSWORD) into a keychain of the
# workflow's own and names IDENTITY to the package's signing step. macOS, in the release workflow.
set -euo pipefail
keychain=$RUNNER_TEMP/signing.keychain-db
secret=$(uuidgen)
printf '%s' "$CERTIFICATE" | base64 --decode >"$RUNNER_TEMP/certificate.p12"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$RUNNER_TEMP/certificate.p12" -P "$PASSWORD" -f pkcs12 -k "$keychain" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -k "$secret" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
rm "$RUNNER_TEMP/certificate.p12"
echo "ROTASCOPE_SIGNING_IDENTITY=$IDENTITY" >>"$GITHUB_ENV"
