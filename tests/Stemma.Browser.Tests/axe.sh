#!/usr/bin/env bash
# Fetches axe-core (MPL-2.0, Deque Systems), which judges the pages in the browser tests, into a folder that is not kept in the repository.
# Without npm or a network the tests that need it say so and are skipped.
set -euo pipefail
version=4.13.0
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=artifacts/axe
[ -f "$folder/axe-$version.min.js" ] && exit 0
command -v npm >/dev/null || { echo "axe-core was not fetched: npm is missing"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "axe-core@$version" >/dev/null && tar -xzf axe-core-*.tgz) || { echo "axe-core was not fetched: the registry does not answer"; exit 0; }
mkdir -p "$folder"
mv "$work/package/axe.min.js" "$folder/axe-$version.min.js"
