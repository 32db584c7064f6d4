#!/usr/bin/env python3
"""Trains the reader of attributions: for each word of a report, whether it is cue, source or content, and of which cue.

    train_attribution.py --syntax SYNTAX.pt --hashes H --vectors V.npy --train T.tsv --dev D.tsv --gold dev.jsonl.gz --scorer attribution_score.py --out PAYLOAD
"""
import argparse, json, random, subprocess, sys, time
import numpy, torch
from torch import nn
import torch.nn.functional as F
from layers import *
from payload import Payload, fold
from train_syntax import Syntax

PARTS = 4  # none, cue, source, content
FAR = 64


class Attributions(nn.Module):
    def __init__(self, vectors, words, tables, below, a):
        super().__init__()
        size = a.size
        self.inputs = Inputs(vectors, words, tables, size, a.word_dropout)
        self.flags = Map(3, size, bias=False)
        self.below_norm, self.below = nn.LayerNorm(below, elementwise_affine=False), Map(below, size)
        self.layers = nn.ModuleList([Recurrent(size, a.dropout) for _ in range(a.layers)])
        self.norm, self.part = nn.LayerNorm(size), Map(size, PARTS)
        self.word, self.cue = Map(size, a.arc), Map(size, a.arc)
        self.bilinear = nn.Parameter(torch.randn(a.arc, a.arc) / a.arc)
        self.prior = Map(a.arc, 1)
        self.distance = nn.Embedding(2 * FAR + 1, 1)
        nn.init.zeros_(self.distance.weight)
        self.dropout = a.dropout

    def drop(self, x):
        if not self.training:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= self.dropout) / (1 - self.dropout)

    def forward(self, vector, word, rows, flags, below, mask):
        x = self.drop(self.inputs(vector, word, rows) + self.flags(flags) + self.below(self.drop(self.below_norm(below))))
        m = mask.unsqueeze(2).float()
        for layer in self.layers:
            x = layer(x, m)
        h = self.drop(self.norm(x))
        word, cue = self.drop(F.relu(self.word(h))), self.drop(F.relu(self.cue(h)))
        n = h.shape[1]
        gap = (torch.arange(n).unsqueeze(0) - torch.arange(n).unsqueeze(1))
        near = torch.sign(gap) * torch.where(gap.abs() <= 32, gap.abs(), (32 + (gap.abs() - 32) // 8).clamp(max=FAR))
        arcs = torch.einsum("bda,bha->bdh", word @ self.bilinear, cue) + self.prior(cue).transpose(1, 2) + self.distance(near + FAR).squeeze(2)
        return self.part(h), arcs.masked_fill(~mask.unsqueeze(1), -1e9)


def documents(path, longest):
    """Lists of sentences; a document past the longest is cut between sentences. Each token: start, end, hash, rows, quoted, opens, part, cue."""
    docs, name, sentences, tokens, count = [], None, [], [], 0
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# doc "):
            if sentences:
                docs.append((name, base, sentences))
            name, sentences, count, base = line[6:], [], 0, 0
        elif not line:
            if count + len(tokens) > longest and sentences:
                docs.append((name, base, sentences))
                base, sentences, count = base + count, [], 0
            sentences.append(tokens)
            count += len(tokens)
            tokens = []
        else:
            c = line.split("\t")
            tokens.append((int(c[0]), int(c[1]), int(c[2], 16), tuple(map(int, c[3:9])), int(c[9]), int(c[10]), int(c[11]), int(c[12])))
    docs.append((name, base, sentences))
    return docs


def top_state(syntax, vector, word, rows, mask):
    m = mask.unsqueeze(2).float()
    x = syntax.inputs(vector, word, rows)
    for i, layer in enumerate(syntax.layers):
        x = layer(x, m)
        if i + 1 == syntax.low:
            x = x + syntax.tag_back(torch.softmax(syntax.tag(syntax.tag_norm(x)), 2))
    return x


def states_of(syntax, docs, vectors, word_ids):
    flat = [(d, s) for d, (_, _, sentences) in enumerate(docs) for s in range(len(sentences))]
    sentences = [docs[d][2][s] for d, s in flat]
    states = [None] * len(flat)
    with torch.no_grad():
        for picked in batches(sentences, 8000, random.Random(1)):
            n = max(len(sentences[i]) for i in picked)
            vector, word = numpy.zeros((len(picked), n), numpy.int64), numpy.zeros((len(picked), n), numpy.int64)
            rows, mask = numpy.zeros((len(picked), n, 6), numpy.int64), numpy.zeros((len(picked), n), bool)
            for j, i in enumerate(picked):
                for t, token in enumerate(sentences[i]):
                    vector[j, t], word[j, t], rows[j, t], mask[j, t] = vectors.row.get(token[2], 0), word_ids.get(token[2], 0), token[3], True
            state = top_state(syntax, *(torch.from_numpy(x) for x in (vector, word, rows, mask)))
            for j, i in enumerate(picked):
                states[i] = state[j, :len(sentences[i])].half().clone()
    joined = [[] for _ in docs]
    for (d, _), state in zip(flat, states):
        joined[d].append(state)
    return [torch.cat(j) for j in joined]


def pad(docs, states, picked, vectors, word_ids):
    texts = [[t for s in docs[i][2] for t in s] for i in picked]
    n, b = max(map(len, texts)), len(picked)
    vector, word, rows = numpy.zeros((b, n), numpy.int64), numpy.zeros((b, n), numpy.int64), numpy.zeros((b, n, 6), numpy.int64)
    flags, part, cue, mask = numpy.zeros((b, n, 3), numpy.float32), numpy.full((b, n), -100, numpy.int64), numpy.full((b, n), -100, numpy.int64), numpy.zeros((b, n), bool)
    below = torch.zeros(b, n, states[picked[0]].shape[1])
    for j, i in enumerate(picked):
        base, starts, at = docs[i][1], set(), 0
        for s in docs[i][2]:
            starts.add(at)
            at += len(s)
        for t, (_, _, key, r, quoted, opens, kind, of) in enumerate(texts[j]):
            vector[j, t], word[j, t], rows[j, t], mask[j, t] = vectors.row.get(key, 0), word_ids.get(key, 0), r, True
            flags[j, t] = quoted, opens, t in starts
            inside = kind == 0 or 0 <= of - base < len(texts[j])
            part[j, t] = kind if inside else -100
            if kind and inside:
                cue[j, t] = of - base
        below[j, :len(texts[j])] = states[i].float()
    return [torch.from_numpy(x) for x in (vector, word, rows, flags)] + [below, torch.from_numpy(mask), torch.from_numpy(part), torch.from_numpy(cue)]


def decode(part, arcs, cue_bias=0.0):
    """Attributions as lists of words: cues are the words that read as cue and point at themselves; every other marked word goes to the cue it fits best."""
    part = part.copy()
    part[:, 1] += cue_bias
    kind, points = part.argmax(1), arcs.argmax(1)
    heads = [t for t in range(len(kind)) if kind[t] == 1 and points[t] == t]
    found = {h: ([], [], []) for h in heads}
    if heads:
        best = arcs[:, heads].argmax(1)
        for t in range(len(kind)):
            if kind[t]:
                found[heads[best[t]]][kind[t] - 1].append(t)
    return found


def measure(model, docs, states, vectors, word_ids, gold, scorer, bias=0.0):
    model.eval()
    ours = {}
    with torch.no_grad():
        for i in range(len(docs)):
            *inputs, _, _ = pad(docs, states, [i], vectors, word_ids)
            part, arcs = model(*inputs)
            tokens = [t for s in docs[i][2] for t in s]
            for cue, source, content in decode(part[0].numpy(), arcs[0].numpy(), bias).values():
                spans = lambda w: [[tokens[t][0], tokens[t][1]] for t in w]
                ours.setdefault(docs[i][0], []).append({"source": spans(source), "cue": spans(cue), "content": spans(content), "parent": None})
    model.train()
    path = "/tmp/stemma-attributions.jsonl"
    with open(path, "w") as f:
        for name in {d[0] for d in docs}:
            f.write(json.dumps({"id": name, "attributions": ours.get(name, [])}) + "\n")
    return subprocess.run([sys.executable, scorer, path, gold], capture_output=True, text=True).stdout


def write(model, keys, path):
    out = Payload(path)
    out.embedding(model.inputs, keys)
    out.table(model.flags.weight.detach().numpy().T)
    out.map(model.below.weight.detach().numpy(), model.below.bias.detach().numpy())
    out.layers(model.layers)
    out.map(*fold(model.norm, model.part))
    out.map(*fold(model.norm, model.word)), out.map(*fold(model.norm, model.cue))
    out.map(model.bilinear.detach().numpy().T)
    out.list(model.prior.weight.detach().numpy()[0]), out.list(model.distance.weight.detach().numpy()[:, 0])
    out.close()


def main():
    p = argparse.ArgumentParser()
    for name in ("syntax", "hashes", "vectors", "train", "dev", "gold", "scorer", "out"):
        p.add_argument("--" + name)
    p.add_argument("--size", type=int, default=128), p.add_argument("--layers", type=int, default=2), p.add_argument("--arc", type=int, default=64)
    p.add_argument("--dropout", type=float, default=0.25), p.add_argument("--word-dropout", type=float, default=0.1), p.add_argument("--epochs", type=int, default=14)
    p.add_argument("--peak", type=float, default=2.5e-3), p.add_argument("--threads", type=int, default=2), p.add_argument("--seed", type=int, default=5), p.add_argument("--longest", type=int, default=700)
    a = p.parse_args()
    torch.set_num_threads(a.threads), torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    saved = torch.load(a.syntax)
    settings = argparse.Namespace(**saved["settings"])
    vectors = Vectors(a.hashes, numpy.load(a.vectors), settings.count)
    tables = [2048, 8192, 8192, 1024, 4096, 256]
    syntax = Syntax(vectors.values, len(saved["keys"]) + 1, tables, len(saved["tags"]), len(saved["relations"]), settings)
    syntax.load_state_dict(saved["state"])
    syntax.eval()
    syntax_words = {k: i + 1 for i, k in enumerate(saved["keys"])}
    train, dev = documents(a.train, a.longest), documents(a.dev, 3000)
    counts = {}
    for _, _, sentences in train:
        for s in sentences:
            for t in s:
                counts[t[2]] = counts.get(t[2], 0) + 1
    keys = sorted(k for k, c in counts.items() if c >= 5)
    word_ids = {k: i + 1 for i, k in enumerate(keys)}
    train_states, dev_states = states_of(syntax, train, vectors, syntax_words), states_of(syntax, dev, vectors, syntax_words)
    model = Attributions(vectors.values, len(keys) + 1, tables, settings.size, a)
    print(len(train), "pieces", len(dev), "dev", len(keys), "words", sum(x.numel() for x in model.parameters()), "weights", flush=True)
    optimiser, average = torch.optim.AdamW(model.parameters(), lr=a.peak, betas=(0.9, 0.98), weight_decay=1e-2), Average(model, 0.998)
    start, step = time.time(), 0
    lengths = [list(range(sum(map(len, d[2])))) for d in train]
    steps = a.epochs * len(batches(lengths, 1400, random.Random(1)))
    for epoch in range(a.epochs):
        total, groups = 0.0, batches(lengths, 1400, rng)
        for g in groups:
            *inputs, part, cue = pad(train, train_states, g, vectors, word_ids)
            parts, arcs = model(*inputs)
            loss = F.cross_entropy(parts.flatten(0, 1), part.flatten()) + 0.5 * F.cross_entropy(arcs.flatten(0, 1), cue.flatten())
            for group in optimiser.param_groups:
                group["lr"] = rate(step, steps, a.peak)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            average.update(model)
            total += float(loss.detach())
            step += 1
        average.swap(model)
        print("epoch %d loss %.4f %ds" % (epoch + 1, total / len(groups), time.time() - start), flush=True)
        if epoch % 2 == 1 or epoch + 1 == a.epochs:
            print(measure(model, dev, dev_states, vectors, word_ids, a.gold, a.scorer), flush=True)
        if epoch + 1 == a.epochs:
            for bias in (-0.5, 0.5, 1.0):
                print("cue bias", bias, measure(model, dev, dev_states, vectors, word_ids, a.gold, a.scorer, bias), flush=True)
            torch.save({"state": model.state_dict(), "keys": keys, "settings": vars(a)}, a.out + ".pt")
            write(model, keys, a.out)
        average.swap(model)


if __name__ == "__main__":
    main()
