#!/usr/bin/env bash
# MB/s and garbage of every reader and writer, beside Utf8JsonReader and XmlReader over the same bytes.
# Usage: bench/formats.sh [FOLDER...]   (each folder is measured as well, by the formats that its files are recognised as)
set -eu
cd "$(dirname "$0")/.."
dotnet run --project bench/Writethru.Bench -c Release -v q -- formats tests/golden "$@"
