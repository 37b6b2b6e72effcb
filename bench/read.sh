#!/usr/bin/env bash
# What one `writethru read FILE` costs of a published build: CPU and memory of ten runs, the median of each.
set -eu
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet publish src/Writethru.App -c Release -r "$(dotnet --info | awk '/RID:/ {print $2; exit}' | sed 's/debian[.0-9]*/linux/')" \
  --self-contained false -o "$out/app" -v q
file=${1:-tests/golden/plainwire/$(ls tests/golden/plainwire | grep '\.in$' | head -1)}
for _ in 1 2 3 4 5 6 7 8 9 10; do
  /usr/bin/time -f "%U %S %M" "$out/app/writethru" read "$file" 2>&1 >/dev/null | tail -1
done | awk '{ print $1 + $2, $3 }' | sort -n | awk '{ cpu[NR] = $1; kb[NR] = $2 }
  END { printf "%.2f s CPU, %.0f MB\n", (cpu[5] + cpu[6]) / 2, (kb[5] + kb[6]) / 2 / 1024 }'
