#!/usr/bin/env bash
# Microseconds for the diff of two takes of twenty paragraphs, beside DiffPlex over the same lines.
# Usage: bench/diff.sh
set -eu
cd "$(dirname "$0")/.."
dotnet run --project bench/Writethru.Bench -c Release -v q -- diff
