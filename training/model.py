"""Fits the static reader: table, head, calibration, operating points."""

import numpy as np
import measure
import student
from split import KINDS


FLOOR = 0.2  # no kind is reported below one in five, however rare it is


def fit(bags, labels, counts=None, soft_bags=None, soft=None, rate=0.1, epochs=8, label_weight=4.0, hidden=0, head_epochs=8, log=None, seed=5):
    """Table and head; counts say how much each row counts, soft are probabilities of the teacher for passages without labels."""
    columns = len(KINDS)
    own = np.ones(labels.shape) if counts is None else np.repeat(np.asarray(counts)[:, None], columns, 1)
    if soft_bags is not None and len(soft_bags):
        both = join(bags, soft_bags)
        target = np.concatenate([labels, soft])
        weight = np.concatenate([label_weight * own, np.ones(soft.shape)])
    else:
        both, target, weight = bags, labels, own
    table, dense = student.fit_table(both, target, weight, epochs=epochs, rate=rate, seed=seed, log=log)
    head = straight(dense, columns)
    if hidden:
        x = student.inputs(both, table)
        fitted = student.fit_head(x, target, weight / weight.mean(), dense, hidden, head_epochs, seed=seed)
        head = {"first": fitted.first.weight, "first_bias": fitted.first.bias, "second": fitted.second.weight,
                "straight": fitted.straight.weight, "bias": fitted.second.bias}
        head = {k: v.detach().numpy().astype(np.float32) for k, v in head.items()}
    return table, head


def straight(dense, columns):
    """The head that only repeats the linear model; one idle hidden unit keeps the file's shape."""
    out = np.zeros((columns, student.INPUTS), np.float32)
    for n in range(4):
        for k in range(columns):
            out[k, n * student.DIMS + k] = student.SHARE[n]
    out[:, student.DIMS * 4 :] = dense[:-1, :columns].T
    return {"first": np.zeros((1, student.INPUTS), np.float32), "first_bias": np.zeros(1, np.float32),
            "second": np.zeros((columns, 1), np.float32), "straight": out, "bias": dense[-1, :columns].astype(np.float32)}


def scores(bags, table, head):
    return layers(student.inputs(bags, table), head)


def layers(x, head):
    """Scores of the kinds from the head's inputs."""
    layer = np.maximum(0, x @ head["first"].T + head["first_bias"])
    return layer @ head["second"].T + x @ head["straight"].T + head["bias"]


def subset(bags, idx):
    """The passages of idx."""
    out = student.Bags.__new__(student.Bags)
    out.flat, out.start = [], []
    for flat, start in zip(bags.flat, bags.start):
        runs = [flat[start[i] : start[i + 1]] for i in idx]
        out.flat.append(np.concatenate(runs) if runs else flat[:0])
        out.start.append(np.concatenate([[0], np.cumsum([len(r) for r in runs])]).astype(np.int64))
    out.context = bags.context[idx]
    return out


def join(one, two):
    """Two lists of passages as one."""
    both = student.Bags.__new__(student.Bags)
    both.flat = [np.concatenate([a, b]) for a, b in zip(one.flat, two.flat)]
    both.start = [np.concatenate([a, b[1:] + a[-1]]) for a, b in zip(one.start, two.start)]
    both.context = np.concatenate([one.context, two.context])
    return both


def unseen_scores(bags, labels, folds, more=None, **options):
    """Scores of each row by a model that was fitted without the row's fold; more = bags, labels and counts of rows in every fit."""
    out = np.zeros(labels.shape)
    for fold in np.unique(folds):
        a, b = np.where(folds != fold)[0], np.where(folds == fold)[0]
        known, truth, counts = subset(bags, a), labels[a], np.ones(len(a))
        if more is not None:
            known, truth, counts = join(known, more[0]), np.concatenate([truth, more[1]]), np.concatenate([counts, more[2]])
        table, head = fit(known, truth, counts=counts, **options)
        out[b] = scores(subset(bags, b), table, head)
    return out


def operate(unseen, labels):
    """Calibration and operating point of each kind, from scores on inner folds alone."""
    slope, offset, points = [], [], []
    for k in range(labels.shape[1]):
        a, b = measure.platt(unseen[:, k], labels[:, k])
        slope.append(a); offset.append(b)
        points.append(max(FLOOR, measure.threshold(1 / (1 + np.exp(-(a * unseen[:, k] + b))), labels[:, k])))
    return np.array(slope), np.array(offset), np.array(points)


def probabilities(s, slope, offset):
    return 1 / (1 + np.exp(-(s * slope + offset)))
