#!/usr/bin/env bash
# Scores the reading of advisories: bench/advisories.sh GOLD.tsv SCORER.py
# GOLD.tsv: a heading, then lines of agency, raw line and gold claims. SCORER.py GOLD.tsv --sys FILE prints the score;
# FILE holds one {"raw": …, "gold": {"series": …, "claims": […]}} a line.
set -euo pipefail
gold=$(realpath "${1:?gold lines, TSV}")
scorer=$(realpath "${2:?scorer, Python 3}")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tail -n +2 "$gold" | cut -f2 > "$work/raw"
dotnet run --project src/Writethru.App -v q -- read --as advisory "$work/raw" | sed 's/"advisory":/"gold":/' > "$work/read.jsonl"
python3 "$scorer" "$gold" --sys "$work/read.jsonl"
