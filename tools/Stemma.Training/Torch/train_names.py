#!/usr/bin/env python3
"""Trains the names: recurrent layers over the syntax network's lower state, which stays as it is, own embeddings and the word lists.

    train_names.py --syntax SYNTAX.pt --hashes H --vectors V.npy --train T.tsv [--silver S.tsv] --dev D.tsv --out PAYLOAD
"""
import argparse, random, time
import numpy, torch
from torch import nn
import torch.nn.functional as F
from layers import *
from payload import Payload, fold
from train_syntax import Syntax

LABELS, CUES = 17, 23


class Names(nn.Module):
    def __init__(self, vectors, words, tables, below, a):
        super().__init__()
        self.inputs = Inputs(vectors, words, tables, a.size, a.word_dropout)
        self.cues = Map(CUES, a.size, bias=False)
        self.below_norm, self.below = nn.LayerNorm(below, elementwise_affine=False), Map(below, a.size)
        self.layers = nn.ModuleList([Recurrent(a.size, a.dropout) for _ in range(a.layers)])
        self.norm, self.label = nn.LayerNorm(a.size), Map(a.size, LABELS)
        self.dropout = a.dropout

    def drop(self, x):
        if not self.training:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= self.dropout) / (1 - self.dropout)

    def forward(self, vector, word, rows, cues, below, mask):
        x = self.inputs(vector, word, rows) + self.cues(cues) + self.below(self.drop(self.below_norm(below)))
        x = self.drop(x)
        m = mask.unsqueeze(2).float()
        for layer in self.layers:
            x = layer(x, m)
        return self.label(self.drop(self.norm(x)))


def low_state(syntax, vector, word, rows, mask):
    m = mask.unsqueeze(2).float()
    x = syntax.inputs(vector, word, rows)
    for i in range(syntax.low):
        x = syntax.layers[i](x, m)
    return x + syntax.tag_back(torch.softmax(syntax.tag(syntax.tag_norm(x)), 2))


def part(label):
    return -1 if label == 0 else (label - 1) % 4


def may_follow(last, label):
    opened = last > 0 and part(last) in (0, 1)
    goes_on = part(label) in (1, 2)
    return (goes_on and (last - 1) // 4 == (label - 1) // 4) if opened else not goes_on


ALLOWED = numpy.array([[0.0 if may_follow(a, b) else -1e9 for b in range(LABELS)] for a in range(LABELS)])
FIRST = numpy.array([0.0 if may_follow(-1, b) else -1e9 for b in range(LABELS)])
LAST = numpy.array([-1e9 if part(b) in (0, 1) else 0.0 for b in range(LABELS)])


def decode(scores):
    paths, total = [], scores[0] + FIRST
    for row in scores[1:]:
        sums = total[:, None] + ALLOWED
        paths.append(sums.argmax(0))
        total = sums.max(0) + row
    at = int((total + LAST).argmax())
    labels = [at]
    for path in reversed(paths):
        at = int(path[at])
        labels.append(at)
    return labels[::-1]


def spans(labels):
    found, start = set(), 0
    for i, label in enumerate(labels):
        if part(label) in (0, 3):
            start = i
        if part(label) in (2, 3):
            found.add((start, i, (label - 1) // 4))
    return found


def pad(sentences, states, picked, vectors, word_ids):
    n, b, k = max(len(sentences[i]) for i in picked), len(picked), len(sentences[picked[0]][0][1])
    vector, word, rows = numpy.zeros((b, n), numpy.int64), numpy.zeros((b, n), numpy.int64), numpy.zeros((b, n, k), numpy.int64)
    cues, label, mask = numpy.zeros((b, n, CUES), numpy.float32), numpy.full((b, n), -100, numpy.int64), numpy.zeros((b, n), bool)
    below = torch.zeros(b, n, states[picked[0]].shape[1])
    for j, i in enumerate(picked):
        for t, (key, r, c, _, _, _, _, l) in enumerate(sentences[i]):
            vector[j, t], word[j, t], rows[j, t], label[j, t], mask[j, t] = vectors.row.get(key, 0), word_ids.get(key, 0), r, l, True
            for bit in range(CUES):
                if c >> bit & 1:
                    cues[j, t, bit] = 1
        below[j, :len(sentences[i])] = states[i].float()
    return [torch.from_numpy(x) for x in (vector, word, rows, cues)] + [below, torch.from_numpy(mask), torch.from_numpy(label)]


def states_of(syntax, sentences, vectors, word_ids):
    states = [None] * len(sentences)
    with torch.no_grad():
        for picked in batches(sentences, 8000, random.Random(1)):
            n = max(len(sentences[i]) for i in picked)
            vector, word = numpy.zeros((len(picked), n), numpy.int64), numpy.zeros((len(picked), n), numpy.int64)
            rows, mask = numpy.zeros((len(picked), n, len(sentences[0][0][1])), numpy.int64), numpy.zeros((len(picked), n), bool)
            for j, i in enumerate(picked):
                for t, token in enumerate(sentences[i]):
                    vector[j, t], word[j, t], rows[j, t], mask[j, t] = vectors.row.get(token[0], 0), word_ids.get(token[0], 0), token[1], True
            state = low_state(syntax, *(torch.from_numpy(x) for x in (vector, word, rows, mask)))
            for j, i in enumerate(picked):
                states[i] = state[j, :len(sentences[i])].half().clone()
    return states


def main():
    p = argparse.ArgumentParser()
    for name in ("syntax", "hashes", "vectors", "dev", "out", "silver"):
        p.add_argument("--" + name)
    p.add_argument("--train", nargs="+")
    p.add_argument("--size", type=int, default=96), p.add_argument("--layers", type=int, default=2), p.add_argument("--dropout", type=float, default=0.3)
    p.add_argument("--word-dropout", type=float, default=0.12), p.add_argument("--epochs", type=int, default=10), p.add_argument("--batch", type=int, default=1000)
    p.add_argument("--peak", type=float, default=2e-3), p.add_argument("--threads", type=int, default=2), p.add_argument("--seed", type=int, default=5)
    p.add_argument("--silver-weight", type=float, default=0.3), p.add_argument("--silver-share", type=float, default=0.4), p.add_argument("--copies", type=float, default=0.3)
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
    train = [s for path in a.train for s in read(path)]
    counts = {}
    for copy, s in train:
        if not copy:
            for token in s:
                counts[token[0]] = counts.get(token[0], 0) + 1
    keys = sorted(k for k, c in counts.items() if c >= 3)
    word_ids = {k: i + 1 for i, k in enumerate(keys)}
    plain, copied = [s for c, s in train if not c], [s for c, s in train if c]
    silver = [s for _, s in read(a.silver)] if a.silver else []
    dev = [s for _, s in read(a.dev)]
    sets = [(s, states_of(syntax, s, vectors, syntax_words)) for s in (plain, copied, silver, dev)]
    model = Names(vectors.values, len(keys) + 1, tables, settings.size, a)
    print(len(plain), "sentences", len(copied), "copies", len(silver), "silver", len(keys), "words", sum(x.numel() for x in model.parameters()), "weights", flush=True)
    devs = [(g, pad(dev, sets[3][1], g, vectors, word_ids)) for g in batches(dev, 4000, random.Random(1))]
    optimiser, average = torch.optim.AdamW(model.parameters(), lr=a.peak, betas=(0.9, 0.98), weight_decay=1e-2), Average(model, 0.998)
    start, step = time.time(), 0
    def one_epoch():
        sentences, states, weights = list(plain), list(sets[0][1]), [1.0] * len(plain)
        for group, share, weight in ((1, a.copies, 1.0), (2, a.silver_share, a.silver_weight)):
            for i in rng.sample(range(len(sets[group][0])), int(share * len(sets[group][0]))):
                sentences.append(sets[group][0][i]), states.append(sets[group][1][i]), weights.append(weight)
        keep = [i for i in range(len(sentences)) if len(sentences[i]) <= 120]
        return [sentences[i] for i in keep], [states[i] for i in keep], [weights[i] for i in keep]
    steps = a.epochs * len(batches(one_epoch()[0], a.batch, random.Random(1)))
    for epoch in range(a.epochs):
        sentences, states, weights = one_epoch()
        total, groups = 0.0, batches(sentences, a.batch, rng)
        for g in groups:
            *inputs, label = pad(sentences, states, g, vectors, word_ids)
            scores = model(*inputs)
            loss = F.cross_entropy(scores.flatten(0, 1), label.flatten(), reduction="none", label_smoothing=0.02).view(label.shape)
            loss = (loss * torch.tensor([weights[i] for i in g]).unsqueeze(1)).sum() / (label >= 0).sum()
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
        model.eval()
        right = found = wanted = 0
        with torch.no_grad():
            for g, (*inputs, _) in devs:
                scores = model(*inputs).numpy()
                for j, i in enumerate(g):
                    ours, gold = spans(decode(scores[j, :len(dev[i])])), spans([t[7] for t in dev[i]])
                    right, found, wanted = right + len(ours & gold), found + len(ours), wanted + len(gold)
        model.train()
        print("epoch %d loss %.4f %ds  P %.1f R %.1f F1 %.2f" % (epoch + 1, total / len(groups), time.time() - start, 100 * right / max(1, found), 100 * right / wanted, 200 * right / max(1, found + wanted)), flush=True)
        if epoch + 1 == a.epochs and a.out:
            out = Payload(a.out)
            out.embedding(model.inputs, keys)
            out.table(model.cues.weight.detach().numpy().T)
            out.map(model.below.weight.detach().numpy(), model.below.bias.detach().numpy())
            out.layers(model.layers)
            out.map(*fold(model.norm, model.label))
            out.close()
        average.swap(model)


if __name__ == "__main__":
    main()
