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
# Wall and processor time of a call in ms; on a machine that others use, the second is the honest one.
TIMEFORMAT='%R %U %S'
clock() { { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%d %d\n", $1 * 1000, ($2 + $3) * 1000 }'; }
median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

say "Build, Release"
dotnet build src/Stemma.Cli -c Release -v q --nologo || exit 1

say "Our own stories: mean of categories, other events mixed in"
for directory in eval/gold eval/cases; do "$stemma" eval cases "$directory" | sed '/^==/,/^mean of categories/d; /^$/d'; done

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

say "The language engine: gold tokens and raw text"
if [ ! -d "$shared/corpora/ud-ewt" ]; then skip "$shared/corpora/ud-ewt is not there"
else
  "$stemma" eval language "$shared"/corpora/{ud-ewt,gum,conllpp}/dev.conllu.gz
  "$stemma" eval language "$shared/corpora/gum/dev.conllu.gz" --genre news,interview
fi

say "Times and quantities: MEANTIME, and the cases of Recognizers-Text"
if [ ! -d "$shared/corpora/recognizers" ]; then skip "$shared/corpora/recognizers is not there"
else
  "$stemma" eval times "$shared/corpora/meantime/times.jsonl.gz"
  "$stemma" eval times "$shared/corpora/recognizers/DateTimeModel.json"
  "$stemma" eval times "$shared/corpora/recognizers/DurationParser.json"
  "$stemma" eval quantities "$shared"/corpora/recognizers/{Number,Currency,Dimension,Age,Percent}Model.json
fi

say "The same bytes, twice and with 1 and 8 threads"
inputs=(samples)
[ -d "$shared/cases" ] && inputs+=("$shared/cases")
verdict="all alike"
for threads in 1 8 1 8; do
  "$stemma" brief "${inputs[@]}" --format json --threads "$threads" > "$scratch/picture" 2>/dev/null
  status=$?
  # 1: some inputs were rejected (the gold files among them), which is no failure here.
  if [ "$status" -gt 1 ] || [ ! -s "$scratch/picture" ]; then verdict="FAILED with status $status"; break; fi
  digest=$(sha256sum < "$scratch/picture")
  echo "$threads threads: $digest"
  [ "$digest" = "${first:=$digest}" ] || verdict="THEY DIFFER"
done
echo "$verdict"

say "Five reports read and briefed, start included: ms, median of seven runs (bar: 1500)"
five=(samples/avalanche/0[1-5]*)
[ -d "$shared/cases/kim-train" ] && five=("$shared"/cases/kim-train/*.txt)
for form in text json; do
  for _ in 1 2 3 4 5 6 7; do clock "$stemma" brief "${five[@]}" --format "$form"; done > "$scratch/times"
  echo "$form: wall $(cut -d' ' -f1 "$scratch/times" | median), processor $(cut -d' ' -f2 "$scratch/times" | median)"
done

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
    read -r wall cpu < <(clock "$stemma" annotate --raw --format jsonl --threads "$threads" "$scratch/polnear.jsonl")
    echo "$threads threads: $count reports in $wall ms, $((count * 1000 / (wall + 1))) a second; processor time $cpu ms"
  done
fi
