"""The second head: which competency a message speaks to, how far the work reaches, what sort of work it is."""

import json
import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from features import BUCKET_BITS, Features

BITS = 15
STRIDE = 32
COMPETENCIES = ["ownership", "craft", "design", "multiply", "people", "health", "system", "judgement", "direction",
                "influence", "impact"]
CLASSES = ["launch", "upkeep", "ownership", "decision", "enablement", "craft"]
STEPS = 4


def phrases(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def passage(text):
    return {"who": "author", "text": text, "thread_root": None, "before": [], "reactions": []}


def matrix(texts):
    """Words and characters of each text, each divided by the root of its count, in 2^15 columns."""
    features = [Features(passage(t)) for t in texts]
    rows, columns, values = [], [], []
    for i, f in enumerate(features):
        for run in (f.word, f.char):
            if len(run):
                rows.append(np.full(len(run), i)); columns.append(run >> (BUCKET_BITS - BITS))
                values.append(np.full(len(run), 1 / np.sqrt(len(run))))
    return sp.csr_matrix((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=(len(texts), 1 << BITS))


def rarity(x):
    """How much a column says: the logarithm of how seldom it is, folded into the weights."""
    df = np.asarray((x > 0).sum(0)).ravel()
    return np.log((1 + x.shape[0]) / (1 + df)) + 0.3


def fit(x, rows, chatter, c=30.0):
    """Weights (2^15 × 21) and biases; chatter are rows of x that are everyday talk, of stage 1."""
    scale = rarity(x)
    z = x @ sp.diags(scale)
    n = len(rows)
    weights = np.zeros((1 << BITS, len(COMPETENCIES) + STEPS + len(CLASSES)), np.float32)
    bias = np.zeros(weights.shape[1], np.float32)

    def multi(first, names, key):
        y = np.array([names.index(r[key]) for r in rows])
        model = LogisticRegression(C=c, max_iter=400, class_weight="balanced").fit(z[:n], y)
        weights[:, first : first + len(names)] = (model.coef_ * scale).T
        bias[first : first + len(names)] = model.intercept_

    multi(0, COMPETENCIES, "competency")
    stage = np.array([r["stage"] for r in rows] + [1] * chatter)
    for step in range(STEPS):
        model = LogisticRegression(C=c, max_iter=400).fit(z, stage > step + 1)
        weights[:, len(COMPETENCIES) + step] = model.coef_[0] * scale
        bias[len(COMPETENCIES) + step] = model.intercept_[0]
    multi(len(COMPETENCIES) + STEPS, CLASSES, "class")
    return weights, bias


def verdict(x, weights, bias):
    """Competency scores, expected stage, class scores."""
    s = x @ weights + bias
    a, b = len(COMPETENCIES), len(COMPETENCIES) + STEPS
    steps = np.minimum.accumulate(1 / (1 + np.exp(-s[:, a:b])), 1)
    return s[:, :a], 1 + steps.sum(1), s[:, b:]


def cross_check(x, rows, chatter, c=30.0, folds=5):
    """Held-out figures over folds."""
    y = np.array([COMPETENCIES.index(r["competency"]) for r in rows])
    stage = np.array([r["stage"] for r in rows]); kind = np.array([CLASSES.index(r["class"]) for r in rows])
    top1 = top3 = good = 0; error = []; guess = np.zeros(len(rows)); talk = []
    n = len(rows)
    for fold, (a, b) in enumerate(StratifiedKFold(folds, shuffle=True, random_state=3).split(np.zeros(n), y)):
        others = np.arange(n, n + chatter)
        w, o = fit(x[np.concatenate([a, others[others % folds != fold]])], [rows[i] for i in a], int((others % folds != fold).sum()), c)
        s, e, k = verdict(x[b], w, o)
        order = np.argsort(-s, 1)
        top1 += (order[:, 0] == y[b]).sum(); top3 += (order[:, :3] == y[b][:, None]).any(1).sum()
        good += (k.argmax(1) == kind[b]).sum(); guess[b] = e
        talk.append(verdict(x[others[others % folds == fold]], w, o)[1])
    talk = np.concatenate(talk) if chatter else np.array([1.0])
    return {"phrases": n, "top1": top1 / n, "top3": top3 / n, "class": good / n, "stage_error": float(np.abs(guess - stage).mean()),
            "stage_rank": float(np.corrcoef(np.argsort(np.argsort(guess)), np.argsort(np.argsort(stage)))[0, 1]),
            "chatter_stage": float(talk.mean())}
