#!/usr/bin/env bash
# What the gate's answers about a take cost for 10,000 subscribers. Results: RESULTS.md.
set -euo pipefail
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project bench/Writethru.Bench -v q -- gate
