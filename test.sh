#!/usr/bin/env bash
# Installs what the tests need and this machine lacks, runs every test, and ends with "N passed, N failed, N skipped".
set -u
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

missing=()
command -v chromium >/dev/null || missing+=(chromium)
[ -n "$(find /usr/share/fonts -iname '*NotoSansCJK*' -print -quit 2>/dev/null)" ] || missing+=(fonts-noto-cjk)
command -v exiftool >/dev/null || missing+=(libimage-exiftool-perl)
command -v strace >/dev/null || missing+=(strace)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing ${missing[*]}"
  as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    { echo "Could not install ${missing[*]}"; exit 1; }
fi
if [ ! -d tests/ninjs-schema/node_modules ]; then
  npm --prefix tests/ninjs-schema ci --no-audit --no-fund --silent ||
    { echo "Could not install the JSON schema checker of the tests"; exit 1; }
fi

dotnet build Writethru.slnx -v q || exit 1
results=$(mktemp)
trap 'rm -f "$results"' EXIT
dotnet test --solution Writethru.slnx --no-build --no-progress --output Normal 2>&1 | tee "$results"
status=${PIPESTATUS[0]}

# What was just run with the material beside it must pass on a clone by itself, too.
if [ "${CI:-}" = true ] && [ -d ../shared ]; then
  bash tests/clone.sh || status=1
fi

# The last summary of the run counts all projects together.
awk '
  { gsub(/\033\[[0-9;]*m/, "") }
  /^ *failed: [0-9]+ *$/ { failed = $2 }
  /^ *succeeded: [0-9]+ *$/ { passed = $2 }
  /^ *skipped: [0-9]+ *$/ { skipped = $2 }
  END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }' "$results"
exit "$status"
