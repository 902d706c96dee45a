"""The static reader's layers: a table of n-gram rows and a small head on their sums, fitted together by gradient descent."""

import numpy as np
import torch
from features import BUCKETS, CONTEXT

DIMS = 32
HIDDEN = 64
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

    def runs(self, idx):
        """Buckets, offsets and one over the root of the number of buckets, for each namespace of the passages of idx."""
        out = []
        for flat, start in zip(self.flat, self.start):
            begin, count = start[idx], start[idx + 1] - start[idx]
            offset = np.concatenate([[0], np.cumsum(count)])
            places = np.repeat(begin - offset[:-1], count) + np.arange(offset[-1])
            root = (1 / np.sqrt(np.maximum(1, count))).astype(np.float32)
            out.append((torch.from_numpy(flat[places].astype(np.int64)), torch.from_numpy(offset), torch.from_numpy(root)[:, None]))
        return out


class Head(torch.nn.Module):
    """One hidden layer beside a straight path."""

    def __init__(self, kinds, hidden=HIDDEN, drop=0.15):
        super().__init__()
        self.first = torch.nn.Linear(INPUTS, hidden)
        self.second = torch.nn.Linear(hidden, kinds)
        self.straight = torch.nn.Linear(INPUTS, kinds, bias=False)
        self.drop = torch.nn.Dropout(drop)

    def forward(self, x):
        x = self.drop(x)
        return self.second(torch.relu(self.first(x))) + self.straight(x)


def inputs(rows, runs, context):
    """What the head gets: the sums of each namespace's rows, then the shape of the talk."""
    sums = [torch.nn.functional.embedding_bag(flat, rows, offset, mode="sum", include_last_offset=True) * root for flat, offset, root in runs]
    return torch.cat(sums + [context], 1)


def fit(bags, target, weight, epochs=4, rate=0.02, head_rate=2e-3, decay=1e-2, size=128, seed=5, log=None):
    """Table and head; `weight` is how much each passage's column counts. AdaGrad with one step size a row for the table."""
    torch.manual_seed(seed)
    generator = np.random.default_rng(seed)
    table = torch.from_numpy(generator.normal(0, 0.05, (BUCKETS, DIMS)).astype(np.float32))
    square = torch.full((BUCKETS, 1), 1e-6)
    head = Head(target.shape[1])
    mean = np.clip((target * weight).sum(0) / weight.sum(0), 1e-3, 0.5)
    with torch.no_grad():
        head.second.bias.copy_(torch.tensor(np.log(mean / (1 - mean))))
    optimizer = torch.optim.AdamW(head.parameters(), lr=head_rate, weight_decay=decay)
    target, weight = torch.tensor(target, dtype=torch.float32), torch.tensor(weight, dtype=torch.float32)
    context = torch.from_numpy(bags.context)
    steps, step = epochs * ((len(bags) + size - 1) // size), 0
    for epoch in range(epochs):
        order, total = generator.permutation(len(bags)), 0.0
        for at in range(0, len(bags), size):
            idx = np.sort(order[at : at + size])
            runs = bags.runs(idx)
            touched, places = torch.unique(torch.cat([flat for flat, _, _ in runs]), return_inverse=True)
            rows = table[touched].requires_grad_(True)
            parts = torch.split(places, [len(flat) for flat, _, _ in runs])
            x = inputs(rows, [(part, offset, root) for part, (_, offset, root) in zip(parts, runs)], context[idx])
            loss = torch.nn.functional.binary_cross_entropy_with_logits(head(x), target[idx], reduction="none")
            loss = (loss * weight[idx]).sum(1).mean()
            optimizer.zero_grad()
            loss.backward()
            factor = max(0.05, 1 - step / steps)
            for group in optimizer.param_groups:
                group["lr"] = head_rate * factor
            optimizer.step()
            square[touched] += (rows.grad * rows.grad).mean(1, keepdim=True)
            table[touched] -= rate * factor * rows.grad / torch.sqrt(square[touched])
            step, total = step + 1, total + loss.item() * len(idx)
        if log:
            log(epoch, total / len(bags))
    numbers = {"first": head.first.weight, "first_bias": head.first.bias, "second": head.second.weight,
               "straight": head.straight.weight, "bias": head.second.bias}
    return table.numpy(), {k: v.detach().numpy().astype(np.float32) for k, v in numbers.items()}


@torch.inference_mode()
def scores(bags, table, head, size=1024):
    """Scores of the kinds, one row per passage."""
    table, out = torch.from_numpy(np.ascontiguousarray(table)), []
    for at in range(0, len(bags), size):
        idx = np.arange(at, min(len(bags), at + size))
        x = inputs(table, bags.runs(idx), torch.from_numpy(bags.context[idx])).numpy()
        out.append(layers(x, head))
    return np.concatenate(out)


def layers(x, head):
    """Scores of the kinds from the head's inputs."""
    layer = np.maximum(0, x @ head["first"].T + head["first_bias"])
    return layer @ head["second"].T + x @ head["straight"].T + head["bias"]
