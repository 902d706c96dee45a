"""The static reader's layers: a table of n-gram rows fitted by stochastic gradient, then a small head on their sums."""

import numpy as np
import torch
from numba import njit
from features import BUCKETS, CONTEXT

DIMS = 16
SPACES = ["word", "char", "before", "own"]
INPUTS = DIMS * len(SPACES) + len(CONTEXT)


class Bags:
    """The n-grams of many passages, one run of buckets for each passage and namespace, and their context vectors."""

    def __init__(self, features):
        self.flat, self.start = [], []
        for s in SPACES:
            runs = [getattr(f, s) for f in features]
            self.flat.append(np.concatenate(runs).astype(np.int32))
            self.start.append(np.concatenate([[0], np.cumsum([len(r) for r in runs])]).astype(np.int64))
        self.context = np.stack([f.context for f in features]).astype(np.float32)

    def __len__(self):
        return len(self.context)


@njit(cache=True, fastmath=True)
def forward(flat, start, i, table, out):
    a, b = start[i], start[i + 1]
    out[:] = 0
    if b > a:
        for p in range(a, b):
            for d in range(table.shape[1]):
                out[d] += table[flat[p], d]
        root = 1 / np.sqrt(b - a)
        for d in range(table.shape[1]):
            out[d] *= root


@njit(cache=True, fastmath=True)
def epoch(f0, s0, f1, s1, f2, s2, f3, s3, context, order, target, weight, table, square, dense, dense_square, rate, dense_rate, decay, share):
    """One pass of AdaGrad over a linear model; target < 0 means that a column is not known for the row."""
    columns = target.shape[1]
    width = context.shape[1]
    z = np.zeros((4, table.shape[1]), np.float32)
    g = np.zeros(table.shape[1], np.float32)
    total = 0.0
    for i in order:
        forward(f0, s0, i, table, z[0]); forward(f1, s1, i, table, z[1])
        forward(f2, s2, i, table, z[2]); forward(f3, s3, i, table, z[3])
        g[:] = 0
        for k in range(columns):
            if target[i, k] < 0:
                continue
            logit = dense[width, k]
            for n in range(4):
                logit += share[n] * z[n, k]
            for c in range(width):
                logit += context[i, c] * dense[c, k]
            p = 1 / (1 + np.exp(-logit))
            g[k] = (p - target[i, k]) * weight[i, k]
            total += abs(p - target[i, k])
            for c in range(width + 1):
                x = context[i, c] if c < width else np.float32(1)
                if x != 0:
                    d = g[k] * x
                    dense_square[c, k] += d * d
                    dense[c, k] -= dense_rate * d / np.sqrt(dense_square[c, k])
        for n in range(4):
            flat, start = (f0, s0) if n == 0 else (f1, s1) if n == 1 else (f2, s2) if n == 2 else (f3, s3)
            a, b = start[i], start[i + 1]
            if b <= a:
                continue
            root = share[n] / np.sqrt(b - a)
            for p in range(a, b):
                row = flat[p]
                for k in range(columns):
                    if g[k] != 0:
                        d = g[k] * root + decay * table[row, k]
                        square[row, k] += d * d
                        table[row, k] -= rate * d / np.sqrt(square[row, k])
    return total


SHARE = np.array([1.0, 1.0, 0.5, 0.5], np.float32)


def fit_table(bags, target, weight, epochs=6, rate=0.3, dense_rate=0.1, decay=1e-6, seed=5, start=0.02, log=None):
    """A linear model of up to 16 columns; returns table and dense weights (the last row is the bias)."""
    generator = np.random.default_rng(seed)
    table = np.zeros((BUCKETS, DIMS), np.float32)
    square = np.full((BUCKETS, DIMS), start, np.float32)
    width = bags.context.shape[1]
    dense = np.zeros((width + 1, target.shape[1]), np.float32)
    dense_square = np.full((width + 1, target.shape[1]), 1.0, np.float32)
    with np.errstate(invalid="ignore"):
        known = np.where(target >= 0, target, np.nan)
        mean = np.clip(np.nanmean(known, 0), 1e-3, 0.5)
    dense[width] = np.log(mean / (1 - mean))
    f, s = bags.flat, bags.start
    for e in range(epochs):
        factor = 1 - 0.8 * e / max(1, epochs - 1)
        total = epoch(f[0], s[0], f[1], s[1], f[2], s[2], f[3], s[3], bags.context, generator.permutation(len(bags)),
                      target.astype(np.float32), weight.astype(np.float32), table, square, dense, dense_square,
                      np.float32(rate * factor), np.float32(dense_rate * factor), np.float32(decay), SHARE)
        if log:
            log(e, total / max(1, (target >= 0).sum()))
    return table, dense


@njit(cache=True)
def sums(f0, s0, f1, s1, f2, s2, f3, s3, n, table):
    out = np.zeros((n, 4, table.shape[1]), np.float32)
    for i in range(n):
        forward(f0, s0, i, table, out[i, 0]); forward(f1, s1, i, table, out[i, 1])
        forward(f2, s2, i, table, out[i, 2]); forward(f3, s3, i, table, out[i, 3])
    return out


def inputs(bags, table):
    """What the head sees: four sums of sixteen columns, then the context vector."""
    f, s = bags.flat, bags.start
    z = sums(f[0], s[0], f[1], s[1], f[2], s[2], f[3], s[3], len(bags), table)
    return np.concatenate([z.reshape(len(bags), -1), bags.context], 1)


def linear(x, dense, columns):
    """Logits of the linear model on the head's inputs."""
    z = x[:, : DIMS * 4].reshape(len(x), 4, DIMS)[:, :, :columns]
    return (z * SHARE[None, :, None]).sum(1) + x[:, DIMS * 4 :] @ dense[:-1, :columns] + dense[-1, :columns]


class Head(torch.nn.Module):
    """One hidden layer beside a straight path that starts as the linear model."""

    def __init__(self, kinds, dense, hidden=24, drop=0.1):
        super().__init__()
        self.first = torch.nn.Linear(INPUTS, hidden)
        self.second = torch.nn.Linear(hidden, kinds)
        self.straight = torch.nn.Linear(INPUTS, kinds, bias=False)
        torch.nn.init.zeros_(self.second.weight)
        with torch.no_grad():
            self.straight.weight.zero_()
            for n in range(4):
                for k in range(kinds):
                    self.straight.weight[k, n * DIMS + k] = float(SHARE[n])
            self.straight.weight[:, DIMS * 4 :] = torch.tensor(dense[:-1, :kinds].T)
            self.second.bias.copy_(torch.tensor(dense[-1, :kinds]))
        self.drop = torch.nn.Dropout(drop)

    def forward(self, x):
        x = self.drop(x)
        return self.second(torch.relu(self.first(x))) + self.straight(x)


def fit_head(x, target, weight, dense, hidden=24, epochs=10, rate=2e-3, decay=1e-2, size=256, seed=5):
    """Fits the head against soft or hard targets."""
    torch.manual_seed(seed)
    generator = np.random.default_rng(seed)
    model = Head(target.shape[1], dense, hidden)
    x, target, weight = torch.tensor(x), torch.tensor(target, dtype=torch.float32), torch.tensor(weight, dtype=torch.float32)
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=decay)
    steps, step = epochs * ((len(x) + size - 1) // size), 0
    for _ in range(epochs):
        shuffled = generator.permutation(len(x))
        for at in range(0, len(x), size):
            idx = shuffled[at : at + size]
            optimizer.param_groups[0]["lr"] = rate * max(0.02, 1 - step / steps)
            loss = torch.nn.functional.binary_cross_entropy_with_logits(model(x[idx]), target[idx], reduction="none")
            loss = (loss * weight[idx]).mean()
            optimizer.zero_grad(); loss.backward(); optimizer.step(); step += 1
    model.eval()
    return model


@torch.inference_mode()
def apply(model, x):
    return model(torch.tensor(x)).numpy()
