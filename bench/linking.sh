#!/usr/bin/env bash
# What it costs to look for the story of a take by likeness. Results: RESULTS.md.
set -euo pipefail
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project bench/Writethru.Bench -v q -- linking
