#!/usr/bin/env bash
# Slot score of the dateline grammar on real lines that lie beside the repository.
set -euo pipefail
cd "$(dirname "$0")/.."
lines=${1:-../shared/reading/datelines.tsv}
[ -f "$lines" ] || { echo "datelines: no $lines" >&2; exit 2; }
exec dotnet run --project bench/Writethru.Bench -v q -- datelines "$lines"
