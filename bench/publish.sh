#!/usr/bin/env bash
# What a durable publish costs beside the disk itself. Results: RESULTS.md.
set -euo pipefail
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project bench/Writethru.Bench -v q -- publish
