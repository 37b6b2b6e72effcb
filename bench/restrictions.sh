#!/usr/bin/env bash
# Recall of usage terms, credits and sources on real lines that lie beside the repository. A denial that would be missed
# fails the run.
set -euo pipefail
cd "$(dirname "$0")/.."
lines=${1:-../shared/reading/restrictions.tsv}
[ -f "$lines" ] || { echo "restrictions: no $lines" >&2; exit 2; }
exec dotnet run --project bench/Writethru.Bench -v q -- restrictions "$lines"
