#!/usr/bin/env bash
# Fuzzes one format, or all, with AFL. Usage: bench/fuzz/run.sh FORMAT [afl-fuzz options]
set -euo pipefail
cd "$(dirname "$0")"
format=${1:-all}
[ $# -gt 0 ] && shift
for tool in afl-fuzz sharpfuzz; do
  command -v "$tool" >/dev/null || { echo "fuzz: no $tool; see bench/fuzz/README.md" >&2; exit 2; }
done

rm -rf out
dotnet publish Writethru.Fuzz -c Release -v q -o out
sharpfuzz out/Writethru.Copy.dll
sharpfuzz out/Writethru.Formats.dll

inputs=$(mktemp -d)
trap 'rm -rf "$inputs"' EXIT
if [ "$format" = all ]; then folders=(../../tests/golden/*/); else folders=("../../tests/golden/$format/"); fi
for folder in "${folders[@]}"; do
  for file in "$folder"*.in; do cp "$file" "$inputs/$(basename "$folder")-$(basename "$file")"; done
done
export AFL_SKIP_BIN_CHECK=1
afl-fuzz -i "$inputs" -o "findings/$format" -t 10000 -m none "$@" dotnet out/Writethru.Fuzz.dll "$format"
