"""The parts that both networks share: inputs, recurrent layers, examples, and the arithmetic of a learning rate."""
import numpy, torch
from torch import nn
import torch.nn.functional as F


def read(path, copies=True):
    """Sentences of an example file as lists of token tuples: hash, rows of the tables, word-list cues, xpos, upos, head, relation, name label."""
    sentences, tokens, copy = [], [], False
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if tokens and (copies or not copy):
                sentences.append((copy, tokens))
            tokens, copy = [], False
        elif line == "# copy":
            copy = True
        else:
            cells = line.split("\t")
            n = len(cells) - 7
            tokens.append((int(cells[0], 16), tuple(map(int, cells[1:1 + n])), int(cells[1 + n]), cells[2 + n], cells[3 + n], int(cells[4 + n]), cells[5 + n], int(cells[6 + n])))
    return sentences


class Vectors:
    """Word vectors by the hash of the folded word; row 0 is the unknown word's (zeros)."""

    def __init__(self, hashes, values, count):
        self.row, kept, seen = {}, [numpy.zeros(values.shape[1], numpy.float32)], 0
        self.words = [""]
        with open(hashes, encoding="utf-8") as lines:
            for i, line in enumerate(lines):
                if len(kept) > count:
                    break
                key, word = line.rstrip("\n").split("\t")
                key = int(key, 16)
                if key not in self.row:
                    self.row[key] = len(kept)
                    kept.append(values[i])
                    self.words.append(word)
        self.values = numpy.stack(kept)


class Map(nn.Linear):
    """A linear map of [batch, tokens, size], computed as a convolution of width one: three times as fast as a matrix product in the library at hand."""

    def forward(self, x):
        bias = self.bias
        return F.conv1d(x.transpose(1, 2), self.weight.unsqueeze(2), bias).transpose(1, 2)


class Recurrent(nn.Module):
    """A simple recurrent unit (Lei et al. 2018) without peepholes, one half of the units reading forward and one backward.

    c[t] = f[t] c[t-1] + (1 - f[t]) z[t];  out = r c + (1 - r) x, with f, r the logistic function of linear maps of the normalised x.
    """

    def __init__(self, size, dropout):
        super().__init__()
        self.size, self.half = size, size // 2
        self.norm = nn.LayerNorm(size)
        self.weight = Map(size, 3 * size)
        with torch.no_grad():
            # Half of the units start with a long memory, half with a short one.
            self.weight.bias.zero_()
            self.weight.bias[size:2 * size].copy_(torch.linspace(-1.0, 2.0, size // 2).repeat(2))
            self.weight.bias[2 * size:].fill_(-0.5)
        self.dropout = dropout

    def forward(self, x, mask):
        u = self.weight(self.norm(x))
        if self.training and self.dropout:
            # One mask for the whole sentence (Gal and Ghahramani 2016).
            keep = torch.rand(u.shape[0], 1, self.size) >= self.dropout
            z = u[..., :self.size] * keep / (1 - self.dropout)
        else:
            z = u[..., :self.size]
        f = torch.sigmoid(u[..., self.size:2 * self.size])
        r = torch.sigmoid(u[..., 2 * self.size:])
        b = (1 - f) * z * mask
        h = self.half
        forward = scan(f[..., :h], b[..., :h])
        backward = scan(f[..., h:].flip(1), b[..., h:].flip(1)).flip(1)
        c = torch.cat([forward, backward], 2)
        return r * c + (1 - r) * x


class Scan(torch.autograd.Function):
    """c[t] = a[t] c[t-1] + b[t] by time step: few large operations, and a backward pass that keeps only a and c."""

    @staticmethod
    def forward(context, a, b):
        c = torch.empty_like(b)
        state = torch.zeros_like(b[:, 0])
        for t in range(b.shape[1]):
            state = torch.addcmul(b[:, t], a[:, t], state)
            c[:, t] = state
        context.save_for_backward(a, c)
        return c

    @staticmethod
    def backward(context, grad):
        a, c = context.saved_tensors
        db = torch.empty_like(grad)
        state = grad[:, -1]
        db[:, -1] = state
        for t in range(grad.shape[1] - 2, -1, -1):
            state = torch.addcmul(grad[:, t], a[:, t + 1], state)
            db[:, t] = state
        da = torch.zeros_like(a)
        da[:, 1:] = db[:, 1:] * c[:, :-1]
        return da, db


def scan(a, b):
    return Scan.apply(a.contiguous(), b.contiguous())


class Inputs(nn.Module):
    """What is known of each token before its neighbours: the projected word vector, a trained row for words of the training texts, hashed affixes, shape."""

    def __init__(self, vectors, words, tables, size, dropout):
        super().__init__()
        self.register_buffer("vectors", torch.from_numpy(vectors))
        self.project = Map(vectors.shape[1], size)
        self.words = nn.Embedding(words, size)
        self.tables = nn.ModuleList([nn.Embedding(n, size) for n in tables])
        for table in [self.words, *self.tables]:
            nn.init.normal_(table.weight, std=0.05)
        with torch.no_grad():
            self.words.weight[0].zero_()
        self.dropout = dropout

    def forward(self, vector, word, rows):
        if self.training:
            # A word hidden whole now and then: affixes and neighbours must do (words of a new story were never seen).
            hidden = torch.rand(vector.shape) < self.dropout
            unseen = torch.rand(word.shape) < 2 * self.dropout
            vector = vector.masked_fill(hidden, 0)
            word = word.masked_fill(hidden | unseen, 0)
        x = self.project(self.vectors[vector]) + self.words(word)
        for i, table in enumerate(self.tables):
            x = x + table(rows[..., i])
        return x


def batches(sentences, tokens, rng):
    """Sentences of like length together, about so many tokens a batch, in random order."""
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]), rng.random()))
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i]))
        if group and longest * (len(group) + 1) > tokens:
            groups.append(group)
            group, longest = [], len(sentences[i])
        group.append(i)
    groups.append(group)
    rng.shuffle(groups)
    return groups


def rate(step, steps, peak, warm=200):
    """Rises linearly, then falls as a half cosine to nothing."""
    if step < warm:
        return peak * step / warm
    return peak * 0.5 * (1 + numpy.cos(numpy.pi * min(1.0, (step - warm) / max(1, steps - warm))))


class Average:
    """Exponential moving average of the weights, used for dev figures and saved (Polyak averaging)."""

    def __init__(self, model, decay):
        self.decay, self.values, self.step = decay, {k: v.clone() for k, v in model.state_dict().items() if v.dtype.is_floating_point and k.split(".")[-1] != "vectors"}, 0

    def update(self, model):
        self.step += 1
        decay = min(self.decay, (1 + self.step) / (10 + self.step))
        state = model.state_dict()
        for k, v in self.values.items():
            v.lerp_(state[k], 1 - decay)

    def swap(self, model):
        state = model.state_dict()
        for k, v in self.values.items():
            kept = state[k].clone()
            state[k].copy_(v)
            self.values[k] = kept
