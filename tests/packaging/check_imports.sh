#!/usr/bin/env bash
# check_imports.sh FOLDER SYSTEM_LIST: every library that a program or library in FOLDER imports lies beside it or is
# Windows' own. A package that passes needs nothing installed.
set -euo pipefail
folder=$1 system=$2 broken=0 count=0
while IFS= read -r binary; do
    count=$((count + 1))
    for import in $(objdump -p "$binary" | sed -n 's/.*DLL Name: //p' | tr '[:upper:]' '[:lower:]' | sort -u); do
        grep -qixF "$import" "$system" && continue
        find "$folder" -maxdepth 1 -iname "$import" | grep -q . && continue
        echo "$(basename "$binary") imports $import, which is neither in the package nor in Windows"
        broken=1
    done
done < <(find "$folder" \( -iname '*.exe' -o -iname '*.dll' \) ! -name uninstall.exe | sort)
[ "$count" -gt 5 ] || { echo "only $count programs and libraries in $folder"; exit 1; }
[ "$broken" -eq 0 ] && echo "the imports of $count programs and libraries are all there"
exit "$broken"
