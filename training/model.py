"""Fits the static reader: table and head, calibration, operating points."""

import numpy as np
import measure
import student

FLOOR = 0.15  # no kind is reported below that probability, however rare it is


def fit(bags, labels, counts=None, soft_bags=None, soft=None, label_weight=1.0, **options):
    """Table and head; counts say how much each row counts, soft are probabilities of the teacher for passages without labels."""
    own = np.ones(labels.shape) if counts is None else np.repeat(np.asarray(counts)[:, None], labels.shape[1], 1)
    if soft_bags is None or not len(soft_bags):
        return student.fit(bags, labels, own, **options)
    target = np.concatenate([labels, soft])
    weight = np.concatenate([label_weight * own, np.ones(soft.shape)])
    return student.fit(join(bags, soft_bags), target, weight, **options)


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
        out[b] = student.scores(subset(bags, b), table, head)
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
