#!/usr/bin/env bash
# The random histories (leaks, followers) with many more seeds than the tests take: bench/seeds.sh 1-300
# Each seed is printed with what fails; a seed that failed once stays as a test.
set -eu
cd "$(dirname "$0")/.."
export WRITETHRU_TEST_SEEDS=${1:-1-200}
dotnet build tests/Writethru.Scenarios/Writethru.Scenarios.csproj -v q
exec tests/Writethru.Scenarios/bin/Debug/net10.0/Writethru.Scenarios -noColor \
  -class '*GateLeakTests' -class '*FollowersTests'
