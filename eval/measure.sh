#!/usr/bin/env bash
# Prints the figures that the project states about itself, each with the command behind it.
#   bash eval/measure.sh          needs the .NET SDK; what needs more (Python, ../shared) is skipped with a word
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

stemma=src/Stemma.Cli/bin/Release/net10.0/stemma
shared=../shared
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

say() { printf '\n== %s\n' "$1"; }
skip() { printf 'skipped: %s\n' "$1"; }
seconds() { local from=$EPOCHREALTIME; "$@" >/dev/null; local to=$EPOCHREALTIME; echo $(((${to/./} - ${from/./}) / 1000)); }
median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

say "Build, Release"
dotnet build src/Stemma.Cli -c Release -v q --nologo || exit 1

say "Samples: mean of categories, other events mixed in"
"$stemma" eval cases eval/gold | tail -n 4

say "Shared cases: gold/score.py on what stemma brief prints, other events mixed in"
if [ ! -d "$shared/cases" ]; then skip "$shared/cases is not there"
elif ! command -v python3 >/dev/null; then skip "python3 is not there"
else
  for gold in "$shared"/cases/*/gold.json; do
    case=$(dirname "$gold")
    find "$case" -maxdepth 1 -type f ! -name gold.json | sort > "$scratch/inputs"
    [ -d "$shared/cases/noise" ] && find "$shared/cases/noise" -type f | sort >> "$scratch/inputs"
    xargs -d '\n' "$stemma" brief --format json < "$scratch/inputs" > "$scratch/picture.json" || echo "stemma brief ended with $?"
    python3 "$shared/gold/score.py" "$scratch/picture.json" "$gold" > "$scratch/score"
    printf '%-16s %s   ' "$(basename "$case")" "$(tail -n 1 "$scratch/score" | tr -s ' ')"
    grep -E '^(grouping|spans exact|points have evidence)' "$scratch/score" | sed -E 's/ +[0-9]+\/[0-9]+ +/ /' | paste -sd ',' -
  done
fi

say "The same bytes, twice and with 1 and 8 threads"
inputs=(samples)
[ -d "$shared/cases" ] && inputs+=("$shared/cases")
for threads in 1 8 1 8; do
  "$stemma" brief "${inputs[@]}" --format json --threads "$threads" 2>/dev/null | sha256sum | sed "s/-/$threads threads/"
done | tee "$scratch/digests"
[ "$(cut -d' ' -f1 "$scratch/digests" | sort -u | wc -l)" = 1 ] && echo "all alike" || echo "THEY DIFFER"

say "Five reports read and briefed, start included: median of seven runs, in ms (bar: 1500)"
five=(samples/avalanche/0[1-5]*)
[ -d "$shared/cases/kim-train" ] && five=("$shared"/cases/kim-train/*.txt)
times=()
for _ in 1 2 3 4 5 6 7; do times+=("$(seconds "$stemma" brief "${five[@]}" --format json)"); done
echo "$(median "${times[@]}") ms; all: ${times[*]}"

say "924 reports of polnear annotated: reports a second (bar: 100)"
if [ ! -d "$shared/corpora/polnear" ]; then skip "$shared/corpora/polnear is not there"
elif ! command -v python3 >/dev/null; then skip "python3 is not there"
else
  # A document annotated by several people appears once for each: taken once, as doc_id and text.
  python3 - "$shared/corpora/polnear" > "$scratch/polnear.jsonl" <<'PYTHON'
import gzip, json, sys
seen = set()
for part in ('train', 'dev'):
    for line in gzip.open(f'{sys.argv[1]}/{part}.jsonl.gz', 'rt', encoding='utf-8'):
        d = json.loads(line)
        if d['doc_id'] not in seen:
            seen.add(d['doc_id'])
            print(json.dumps({'id': d['doc_id'], 'title': '', 'text': d['text']}))
PYTHON
  count=$(wc -l < "$scratch/polnear.jsonl")
  for threads in 1 "$(nproc)"; do
    ms=$(seconds "$stemma" annotate --raw --format jsonl --threads "$threads" "$scratch/polnear.jsonl")
    echo "$threads threads: $count reports in $ms ms, $((count * 1000 / (ms > 0 ? ms : 1))) a second"
  done
fi
