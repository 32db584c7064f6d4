#!/usr/bin/env bash
# Lets Mozilla's Readability (on linkedom) and our page reader, with cleaning, read the same pages by turns, each on one and the same core, and prints pages a second
# of both and the ratio.
#   bash bench/beside-readability.sh [FOLDER]     needs the .NET SDK, node 20 and, the first time, the npm registry; see bench/README.md
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

pages=${1:-../shared/corpora/article-extraction/html}
warm_up=6
rounds=9
ours=bench/Stemma.Benchmarks/bin/Release/net10.0/Stemma.Benchmarks
scratch=$(mktemp -d)
trap 'exec 3>&- 5>&- || true; wait || true; rm -rf "$scratch"' EXIT

command -v node >/dev/null || { echo "node is missing: install version 20 or later" >&2; exit 1; }
[ -d bench/readability/node_modules/linkedom ] || npm ci --prefix bench/readability --no-audit --no-fund >/dev/null
[ "${STEMMA_BUILT:-}" = 1 ] || dotnet build bench/Stemma.Benchmarks -c Release -v q --nologo >/dev/null

# The last core: the first one serves most interrupts.
pin=()
if command -v taskset >/dev/null; then pin=(taskset -c "$(($(nproc) - 1))"); else echo "taskset is missing: neither is held to one core"; fi

mkfifo "$scratch"/{ours,theirs}.{in,out}
"${pin[@]}" "$ours" page-rounds "$pages" < "$scratch/ours.in" > "$scratch/ours.out" &
"${pin[@]}" node --expose-gc bench/readability/rounds.js "$pages" < "$scratch/theirs.in" > "$scratch/theirs.out" &
exec 3> "$scratch/ours.in" 4< "$scratch/ours.out" 5> "$scratch/theirs.in" 6< "$scratch/theirs.out"
read -r _ count our_text <&4
read -r _ _ their_text <&6

for ((round = -warm_up; round < rounds; round++)); do
  echo >&3; read -r our_wall our_processor <&4
  echo >&5; read -r their_wall their_processor <&6
  [ "$round" -lt 0 ] || echo "$our_wall $our_processor $their_wall $their_processor" >> "$scratch/rounds"
done

echo "$count pages: $our_text characters of text by ours, $their_text by Readability; $rounds rounds each, by turns, after $warm_up to warm up"
awk -v pages="$count" '
  function median(values, n,   i, j, t) {
    for (i = 2; i <= n; i++) for (j = i; j > 1 && values[j] < values[j - 1]; j--) { t = values[j]; values[j] = values[j - 1]; values[j - 1] = t }
    return values[int((n + 1) / 2)]
  }
  { ow[NR] = $1; op[NR] = $2; tw[NR] = $3; tp[NR] = $4; rw[NR] = $3 / $1; rp[NR] = $4 / $2 }
  END {
    lowest = highest = rp[1]
    for (i = 2; i <= NR; i++) { if (rp[i] < lowest) lowest = rp[i]; if (rp[i] > highest) highest = rp[i] }
    printf "ours: %d pages/s by the clock, %d of processor time\n", pages / median(ow, NR), pages / median(op, NR)
    printf "Readability on linkedom: %d pages/s by the clock, %d of processor time\n", pages / median(tw, NR), pages / median(tp, NR)
    printf "ours over Readability, median of rounds: %.2f by the clock, %.2f of processor time (%.2f to %.2f)\n", median(rw, NR), median(rp, NR), lowest, highest
  }' "$scratch/rounds"
