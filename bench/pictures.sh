#!/usr/bin/env bash
# Pictures a second through the rendition maker, beside libvips alone. Results: RESULTS.md.
set -euo pipefail
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project bench/Writethru.Bench -v q -- pictures
