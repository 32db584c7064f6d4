#!/usr/bin/env python3
"""Trains tags and dependencies: a shared encoder of recurrent layers, tags from the lower ones, a biaffine parser on the upper ones.

    train_syntax.py --hashes H --vectors V.npy --train T.tsv --dev NAME=D.tsv ... --out OUT.npz
"""
import argparse, random, time
import numpy, torch
from torch import nn
import torch.nn.functional as F
from layers import *
from payload import Payload, fold


class Syntax(nn.Module):
    """Dozat and Manning (2017) cut down: arcs by a bilinear form of two narrow projections, relations by a small hidden layer of the pair."""

    def __init__(self, vectors, words, tables, labels, relations, a):
        super().__init__()
        size = a.size
        self.inputs = Inputs(vectors, words, tables, size, a.word_dropout)
        self.layers = nn.ModuleList([Recurrent(size, a.dropout) for _ in range(a.layers)])
        self.low = a.low
        self.tag_norm, self.tag = nn.LayerNorm(size), Map(size, labels)
        self.tag_back = Map(labels, size, bias=False) if a.tag_back else None
        self.norm = nn.LayerNorm(size)
        self.root = nn.Parameter(torch.randn(size) * 0.1)
        self.arc_head, self.arc_dep = Map(size, a.arc), Map(size, a.arc)
        self.bilinear = nn.Parameter(torch.randn(a.arc, a.arc) / a.arc)
        self.prior = Map(a.arc, 1)
        self.distance = nn.Embedding(42, 1)
        nn.init.zeros_(self.distance.weight)
        self.rel_head, self.rel_dep = Map(size, a.rel), Map(size, a.rel)
        self.rel = Map(a.rel, relations)
        self.dropout = a.dropout

    def drop(self, x):
        if not self.training:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= self.dropout) / (1 - self.dropout)

    def forward(self, vector, word, rows, mask):
        m = mask.unsqueeze(2).float()
        x = self.drop(self.inputs(vector, word, rows))
        tags = None
        for i, layer in enumerate(self.layers):
            x = layer(x, m)
            if i + 1 == self.low:
                tags = self.tag(self.drop(self.tag_norm(x)))
                if self.tag_back is not None:
                    x = x + self.tag_back(torch.softmax(tags, 2))
        h = self.norm(x)
        h = torch.cat([self.root.expand(h.shape[0], 1, -1), h], 1)
        h = self.drop(h)
        head, dep = self.drop(F.relu(self.arc_head(h))), self.drop(F.relu(self.arc_dep(h[:, 1:])))
        # arcs[b, d, h]: the root stands at head 0.
        arcs = torch.einsum("bda,bha->bdh", dep @ self.bilinear, head) + self.prior(head).transpose(1, 2)
        n = head.shape[1]
        gap = torch.arange(n).unsqueeze(0) - torch.arange(1, n).unsqueeze(1)
        gap = gap.clamp(-20, 20) + 20
        gap[:, 0] = 41
        arcs = arcs + self.distance(gap).squeeze(2)
        arcs = arcs.masked_fill(~torch.cat([torch.ones(mask.shape[0], 1, dtype=torch.bool), mask], 1).unsqueeze(1), -1e9)
        return tags, arcs, self.rel_head(h), self.rel_dep(h[:, 1:])

    def relations(self, rel_head, rel_dep, heads):
        chosen = torch.gather(rel_head, 1, heads.unsqueeze(2).expand(-1, -1, rel_head.shape[2]))
        return self.rel(F.relu(chosen + rel_dep))


def pad(sentences, picked, vectors, word_ids, tag_ids, rel_ids):
    n = max(len(sentences[i]) for i in picked)
    b, k = len(picked), len(sentences[picked[0]][0][1])
    vector, word = numpy.zeros((b, n), numpy.int64), numpy.zeros((b, n), numpy.int64)
    rows = numpy.zeros((b, n, k), numpy.int64)
    tag, head, rel = (numpy.full((b, n), -100, numpy.int64) for _ in range(3))
    mask = numpy.zeros((b, n), bool)
    for j, i in enumerate(picked):
        s = sentences[i]
        for t, (key, r, _, xpos, upos, h, d, _) in enumerate(s):
            vector[j, t], word[j, t], rows[j, t] = vectors.row.get(key, 0), word_ids.get(key, 0), r
            tag[j, t] = tag_ids.get(xpos + " " + upos, -100)
            head[j, t] = h if h >= 0 else -100
            rel[j, t] = rel_ids.get(d, -100)
            mask[j, t] = True
    return [torch.from_numpy(x) for x in (vector, word, rows, mask, tag, head, rel)]


def evaluate(model, data, tags, relations):
    model.eval()
    n = upos = xpos = uas = las = 0
    with torch.no_grad():
        for vector, word, rows, mask, _, _, _, gold in data:
            t, arcs, rh, rd = model(vector, word, rows, mask)
            heads = arcs.argmax(2)
            r = model.relations(rh, rd, heads).argmax(2)
            t = t.argmax(2)
            for j, s in enumerate(gold):
                for i, (_, _, _, x, u, h, d, _) in enumerate(s):
                    n += 1
                    px, pu = tags[t[j, i]].split(" ")
                    xpos += px == x
                    upos += pu == u
                    right = int(heads[j, i]) == h
                    uas += right
                    las += right and relations[r[j, i]].split(":")[0] == d.split(":")[0]
    model.train()
    return "UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f" % tuple(100 * x / n for x in (upos, xpos, uas, las))


def write(model, keys, tags, relations, a):
    torch.save({"state": model.state_dict(), "keys": keys, "tags": tags, "relations": relations, "settings": vars(a)}, a.out + ".pt")
    out = Payload(a.out)
    out.names(tags)
    out.embedding(model.inputs, keys)
    out.layers(model.layers)
    out.number(model.low)
    out.map(*fold(model.tag_norm, model.tag))
    out.map(model.tag_back.weight.detach().numpy())
    n = model.norm
    # The root's state is not normalised: it is set so that the norm's scale and offset, folded into the maps, give it back.
    out.list(((model.root - n.bias) / n.weight).detach().numpy())
    out.map(*fold(n, model.arc_head)), out.map(*fold(n, model.arc_dep))
    out.map(model.bilinear.detach().numpy().T)
    out.list(model.prior.weight.detach().numpy()[0]), out.list(model.distance.weight.detach().numpy()[:, 0])
    out.map(*fold(n, model.rel_head)), out.map(*fold(n, model.rel_dep))
    out.map(model.rel.weight.detach().numpy(), model.rel.bias.detach().numpy())
    out.names(relations)
    out.close()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--hashes"), p.add_argument("--vectors"), p.add_argument("--train", nargs="+"), p.add_argument("--dev", nargs="+"), p.add_argument("--out")
    p.add_argument("--count", type=int, default=100000)
    p.add_argument("--size", type=int, default=128), p.add_argument("--layers", type=int, default=4), p.add_argument("--low", type=int, default=2)
    p.add_argument("--arc", type=int, default=64), p.add_argument("--rel", type=int, default=64)
    p.add_argument("--dropout", type=float, default=0.2), p.add_argument("--word-dropout", type=float, default=0.08)
    p.add_argument("--epochs", type=int, default=12), p.add_argument("--batch", type=int, default=1000), p.add_argument("--peak", type=float, default=2.5e-3)
    p.add_argument("--tag-back", type=int, default=1), p.add_argument("--copies", type=float, default=0.3), p.add_argument("--threads", type=int, default=2)
    p.add_argument("--smooth", type=float, default=0.03), p.add_argument("--seed", type=int, default=7)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    vectors = Vectors(a.hashes, numpy.load(a.vectors), a.count)
    train = [s for path in a.train for s in read(path)]
    counts, tag_counts, rel_counts = {}, {}, {}
    for copy, s in train:
        if not copy:
            for key, _, _, x, u, _, d, _ in s:
                counts[key] = counts.get(key, 0) + 1
                tag_counts[x + " " + u] = tag_counts.get(x + " " + u, 0) + 1
                rel_counts[d] = rel_counts.get(d, 0) + 1
    word_ids = {k: i + 1 for i, k in enumerate(sorted(k for k, c in counts.items() if c >= 3))}
    tags = sorted(t for t, c in tag_counts.items() if c >= 3)
    relations = sorted(r for r, c in rel_counts.items() if c >= 5)
    tag_ids, rel_ids = {t: i for i, t in enumerate(tags)}, {r: i for i, r in enumerate(relations)}
    tables = [2048, 8192, 8192, 1024, 4096, 256]
    model = Syntax(vectors.values, len(word_ids) + 1, tables, len(tags), len(relations), a)
    print(len(train), "sentences", len(word_ids), "words", len(tags), "tags", len(relations), "relations", sum(x.numel() for x in model.parameters()), "weights", flush=True)
    devs = {}
    for spec in a.dev:
        name, path = spec.split("=", 1)
        s = [x for _, x in read(path)]
        devs[name] = [pad(s, g, vectors, word_ids, tag_ids, rel_ids) + [[s[i] for i in g]] for g in batches(s, 4000, random.Random(1))]
    optimiser = torch.optim.AdamW(model.parameters(), lr=a.peak, betas=(0.9, 0.98), weight_decay=1e-2)
    average = Average(model, 0.998)
    plain, copied = [s for c, s in train if not c], [s for c, s in train if c]
    per_epoch = len(batches(plain + copied[:int(a.copies * len(copied))], a.batch, random.Random(1)))
    step, steps, start = 0, a.epochs * per_epoch, time.time()
    for epoch in range(a.epochs):
        sentences = plain + rng.sample(copied, int(a.copies * len(copied)))
        sentences = [s for s in sentences if len(s) <= 120]
        total = 0.0
        groups = batches(sentences, a.batch, rng)
        for g in groups:
            vector, word, rows, mask, tag, head, rel = pad(sentences, g, vectors, word_ids, tag_ids, rel_ids)
            t, arcs, rh, rd = model(vector, word, rows, mask)
            loss = F.cross_entropy(t.flatten(0, 1), tag.flatten(), label_smoothing=a.smooth)
            loss = loss + F.cross_entropy(arcs.flatten(0, 1), head.flatten())
            r = model.relations(rh, rd, head.clamp(min=0))
            loss = loss + F.cross_entropy(r.flatten(0, 1), rel.flatten(), label_smoothing=a.smooth)
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
        print("epoch %d loss %.3f %ds  " % (epoch + 1, total / len(groups), time.time() - start) + "  ".join(f"{n}: {evaluate(model, d, tags, relations)}" for n, d in devs.items()), flush=True)
        if epoch + 1 == a.epochs and a.out:
            write(model, sorted(word_ids, key=word_ids.get), tags, relations, a)
        average.swap(model)


if __name__ == "__main__":
    main()
