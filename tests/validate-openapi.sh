#!/usr/bin/env bash
# Holds the description that a running server gives against two readers that are not ours: the official schema of OpenAPI 3.1, and Redocly's rules.
# Usage: bash tests/validate-openapi.sh [STEMMA]     needs node; says so and ends with 0 where npm's packages cannot be had.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
stemma=${1:-$root/src/Stemma.Cli/bin/Release/net10.0/stemma}
work=$(mktemp -d)
server=
trap '[ -n "$server" ] && kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
command -v npm >/dev/null || { echo "skipped: npm is not at hand"; exit 0; }
npm install --silent --no-audit --no-fund --prefix "$work" @seriousme/openapi-schema-validator@2.11.0 @redocly/cli@2.77.0 >/dev/null 2>&1 || { echo "skipped: the validators cannot be had from npm"; exit 0; }

env -u STEMMA_TOKEN "$stemma" serve --store "$work/store.db" --urls http://127.0.0.1:0 2>"$work/log" &
server=$!
for _ in $(seq 100); do grep -q serving "$work/log" && break; sleep 0.2; done
curl -sf "$(sed -n 's/.* at \(http[^ ,]*\).*/\1/p' "$work/log" | head -1)/openapi/v1.json" -o "$work/openapi.json"

cd "$work"
cat >check.mjs <<'J'
import { Validator } from "@seriousme/openapi-schema-validator";
const validator = new Validator();
const result = await validator.validate("openapi.json");
console.log("official schema:", result.valid ? "valid, OpenAPI " + validator.version : JSON.stringify(result.errors, null, 1));
process.exit(result.valid ? 0 : 1);
J
node check.mjs
REDOCLY_TELEMETRY=off npx --no-install redocly lint openapi.json --extends=spec --format=stylish
