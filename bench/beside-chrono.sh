#!/usr/bin/env bash
# Lets chrono-node and our engine find the times of the same texts, and scores both by the same rules.
#   bash bench/beside-chrono.sh [DATA.jsonl.gz]     needs the .NET SDK, node 20 and, the first time, the npm registry; see bench/README.md
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

data=${1:-../shared/corpora/meantime/times.jsonl.gz}
ours=src/Stemma.Cli/bin/Release/net10.0/stemma
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

command -v node >/dev/null || { echo "node is missing: install version 20 or later" >&2; exit 1; }
[ -d bench/chrono/node_modules/chrono-node ] || npm ci --prefix bench/chrono --no-audit --no-fund >/dev/null
[ -x "$ours" ] || dotnet build src/Stemma.Cli -c Release -v q --nologo >/dev/null

node bench/chrono/times.js "$data" > "$scratch/chrono.jsonl"
echo "chrono-node $(node -p "require('./bench/chrono/node_modules/chrono-node/package.json').version")"
"$ours" eval times "$data" --answers "$scratch/chrono.jsonl"
echo "stemma"
"$ours" eval times "$data"
