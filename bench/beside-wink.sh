#!/usr/bin/env bash
# Lets wink-nlp (tokens, sentences, parts of speech, entities; it does not parse) and our language engine without its parser read the same texts by turns,
# each on one and the same core, and prints words a second of both and the ratio.
#   bash bench/beside-wink.sh [TEXTS]     needs the .NET SDK, node 20 and, the first time, the npm registry; see bench/README.md
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

warm_up=10
rounds=15
ours=bench/Stemma.Benchmarks/bin/Release/net10.0/Stemma.Benchmarks
scratch=$(mktemp -d)
trap 'exec 3>&- 5>&- || true; wait || true; rm -rf "$scratch"' EXIT

command -v node >/dev/null || { echo "node is missing: install version 20 or later" >&2; exit 1; }
[ -d bench/wink/node_modules/wink-nlp ] || npm ci --prefix bench/wink --no-audit --no-fund >/dev/null
dotnet build bench/Stemma.Benchmarks -c Release -v q --nologo >/dev/null

# The last core: the first one serves most interrupts.
pin=()
if command -v taskset >/dev/null; then pin=(taskset -c "$(($(nproc) - 1))"); else echo "taskset is missing: neither is held to one core"; fi

"$ours" texts "$@" > "$scratch/texts.jsonl"
mkfifo "$scratch"/{ours,wink}.{in,out}
"${pin[@]}" "$ours" rounds "$scratch/texts.jsonl" no-trees < "$scratch/ours.in" > "$scratch/ours.out" &
"${pin[@]}" node --expose-gc bench/wink/rounds.js "$scratch/texts.jsonl" < "$scratch/wink.in" > "$scratch/wink.out" &
exec 3> "$scratch/ours.in" 4< "$scratch/ours.out" 5> "$scratch/wink.in" 6< "$scratch/wink.out"
read -r _ words our_tokens <&4
read -r _ _ wink_tokens <&6

for ((round = -warm_up; round < rounds; round++)); do
  echo >&3; read -r our_wall our_processor <&4
  echo >&5; read -r wink_wall wink_processor <&6
  [ "$round" -lt 0 ] || echo "$our_wall $our_processor $wink_wall $wink_processor" >> "$scratch/rounds"
done

echo "texts: $words words (white space), $our_tokens tokens of ours, $wink_tokens of wink; $rounds rounds each, by turns, after $warm_up to warm up"
awk -v words="$words" '
  function median(values, n,   i, j, t) {
    for (i = 2; i <= n; i++) for (j = i; j > 1 && values[j] < values[j - 1]; j--) { t = values[j]; values[j] = values[j - 1]; values[j - 1] = t }
    return values[int((n + 1) / 2)]
  }
  { ow[NR] = $1; op[NR] = $2; ww[NR] = $3; wp[NR] = $4; rw[NR] = $3 / $1; rp[NR] = $4 / $2 }
  END {
    lowest = highest = rp[1]
    for (i = 2; i <= NR; i++) { if (rp[i] < lowest) lowest = rp[i]; if (rp[i] > highest) highest = rp[i] }
    printf "ours without trees: %d words/s by the clock, %d of processor time\n", words / median(ow, NR), words / median(op, NR)
    printf "wink-nlp: %d words/s by the clock, %d of processor time\n", words / median(ww, NR), words / median(wp, NR)
    printf "ours over wink, median of rounds: %.2f by the clock, %.2f of processor time (%.2f to %.2f)\n", median(rw, NR), median(rp, NR), lowest, highest
  }' "$scratch/rounds"
