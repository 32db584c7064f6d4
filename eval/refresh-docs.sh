#!/usr/bin/env bash
# Writes anew what the documents quote of the program: the JSON Schema, and the README's first screen.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet build src/Stemma.Cli -c Release -v q
stemma=src/Stemma.Cli/bin/Release/net10.0/stemma
"$stemma" schema > docs/picture.schema.json
shown=$(mktemp)
"$stemma" brief samples/avalanche | head -n 48 > "$shown"
awk -v shown="$shown" '
  /^<!-- the first lines of what it prints/ { print; getline; print; while ((getline line < shown) > 0) print line; skipping = 1; next }
  skipping && /^```$/ { skipping = 0 }
  !skipping { print }
' README.md > README.new && mv README.new README.md
rm "$shown"
