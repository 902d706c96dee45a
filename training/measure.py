"""Figures: F1, thresholds and calibration, all on scores that the fitted model had not seen."""

import numpy as np


def f1(truth, guess):
    """Per kind, micro and macro."""
    tp = (truth * guess).sum(0); fp = ((1 - truth) * guess).sum(0); fn = (truth * (1 - guess)).sum(0)
    kinds = 2 * tp / np.maximum(1, 2 * tp + fp + fn)
    return {"kinds": kinds, "micro": float(2 * tp.sum() / max(1, (2 * tp + fp + fn).sum())), "macro": float(kinds.mean()),
            "precision": tp / np.maximum(1, tp + fp), "recall": tp / np.maximum(1, tp + fn), "positives": truth.sum(0)}


def platt(scores, truth, rounds=60):
    """Slope and offset by Newton's method on Platt's smoothed targets."""
    positive, negative = truth.sum(), len(truth) - truth.sum()
    target = np.where(truth > 0, (positive + 1) / (positive + 2), 1 / (negative + 2))
    a, b = 1.0, 0.0
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-(a * scores + b)))
        w = np.maximum(p * (1 - p), 1e-9)
        g = np.array([((p - target) * scores).sum() + 1e-3 * (a - 1), (p - target).sum()])
        h = np.array([[(w * scores * scores).sum() + 1e-3, (w * scores).sum()], [(w * scores).sum(), w.sum() + 1e-6]])
        step = np.linalg.solve(h, g)
        a, b = a - step[0], b - step[1]
        if np.abs(step).max() < 1e-8:
            break
    return max(a, 0.05), b


def threshold(probability, truth, shy=3.0):
    """The probability with the best F1, counted as if `shy` further positives had been missed, so that few cannot tempt."""
    order = np.argsort(-probability, kind="stable")
    tp = np.cumsum(truth[order])
    f = 2 * tp / (np.arange(1, len(order) + 1) + truth.sum() + shy)
    i = int(f.argmax())
    low = probability[order[min(i + 1, len(order) - 1)]]
    return float((probability[order[i]] + low) / 2)


def calibration_error(probability, truth, bins=10):
    """Mean distance of stated and met shares over bins of equal size."""
    order = np.argsort(probability)
    return float(sum(abs(probability[part].mean() - truth[part].mean()) * len(part) for part in np.array_split(order, bins)) / len(order))
