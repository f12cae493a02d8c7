#!/usr/bin/env bash
# smoke.sh ROTA ROTASCOPE VERSION: installed programs, used for a minute: for the release workflow, on macOS.
set -euo pipefail
rota=$1 rotascope=$2 version=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
[ "$("$rota" --version)" = "rota $version" ]
[ "$("$rotascope" --version)" = "rotascope $version" ]
"$rota" --db "$folder/Kurse für Zoë.rota" demo
"$rota" --db "$folder/Kurse für Zoë.rota" divergence --json | grep -q '"spread"'
"$rota" --db "$folder/Kurse für Zoë.rota" report -o "$folder/report.html"
"$rota" --db "$folder/Kurse für Zoë.rota" verify "$folder/report.html" | grep -qi identical
# A bundle brings the platform of its system alone: none is asked for.
"$rotascope" "$folder/Kurse für Zoë.rota" --screenshot "${KEEP:-$folder}/window.png"
[ "$(wc -c <"${KEEP:-$folder}/window.png")" -gt 40000 ]
echo "smoke: the installed programs work"
