#!/usr/bin/env bash
# Runs the built unit tests as a clone by itself runs them: from a folder with the tracked files and the tests' output,
# and nothing beside it. Fails when a test fails, or when others skip themselves than docs/reliability.md says.
set -eu
cd "$(dirname "$0")/.."
built=tests/Writethru.Tests/bin/Debug/net10.0
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT

mkdir -p "$clone/writethru/$built"
git ls-files -z | xargs -0 cp --parents -t "$clone/writethru"
cp -r "$built/." "$clone/writethru/$built"

failed=0
"$clone/writethru/$built/Writethru.Tests" -noColor >"$clone/output" 2>&1 || failed=1
grep -A 20 '\[FAIL\]$' "$clone/output" || true

# "    Namespace.Class.Test(arguments) [SKIP]", and its reason in the next line.
awk '
  /\[SKIP\]$/ { name = $1; sub(/\(.*/, "", name); parts = split(name, part, "."); class = part[parts - 1] }
  /^ *needs .* beside the repository$/ { skipped[class]++ }
  END { for (class in skipped) print class, skipped[class] }' "$clone/output" | sort >"$clone/skipped"
sed -nE 's/^\| `(\w+)` \| ([0-9]+) \|.*/\1 \2/p' docs/reliability.md | sort >"$clone/listed"
diff -U 0 --label docs/reliability.md "$clone/listed" --label "skipped on a clone" "$clone/skipped" || failed=1

awk '
  /Total: [0-9]+, Errors: / { gsub(/[:,]/, ""); for (i = 1; i < NF; i++) value[$i] = $(i + 1) }
  END {
    failed = value["Failed"] + value["Errors"]
    passed = value["Total"] - failed - value["Skipped"]
    printf "Clone without shared data: %d passed, %d failed, %d skipped\n", passed, failed, value["Skipped"]
  }' "$clone/output"
exit $failed
