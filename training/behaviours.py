#!/usr/bin/env python3
"""Makes the second head: which behaviours a message shows, how far the work reaches, what sort of work it is.

    python training/behaviours.py --data FOLDER

Writes Sources/Signals/Weights/behaviours.bin and the vectors of its tests. Needs no teacher and nothing of the kind model; two minutes.
"""

import argparse, json, os, pathlib
import numpy as np
import scipy.sparse as sp
from scipy.linalg import eigh
from sklearn.linear_model import LogisticRegression
from features import BUCKET_BITS, Features
from weights import pack, quantize, unquantize

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent
BITS = 15
STRIDE = 64
CLASSES = ["launch", "upkeep", "ownership", "decision", "enablement", "craft"]
STEPS = 4
BANK = json.loads((HERE / "behaviour-bank.json").read_text())
IDS = [b["id"] for b in BANK] + ["none"]
HOME = [b["home"] for b in BANK]
COMPETENCIES = list(dict.fromkeys(HOME))
LOOSE = 0.35  # what a phrase counts whose behaviour was chosen among those of its competency, beside one that was written for it


def phrases(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def matrix(texts):
    """Words and characters of each text, each divided by the root of its count, in 2^15 columns."""
    rows, columns, values = [], [], []
    for i, text in enumerate(texts):
        f = Features({"who": "author", "text": text, "thread_root": None, "before": [], "reactions": []})
        for run in (f.word, f.char):
            if len(run):
                rows.append(np.full(len(run), i)); columns.append(run >> (BUCKET_BITS - BITS))
                values.append(np.full(len(run), 1 / np.sqrt(len(run))))
    return sp.csr_matrix((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=(len(texts), 1 << BITS))


def rarity(x):
    """How much a column says: the logarithm of how seldom it is, folded into the weights."""
    df = np.asarray((x > 0).sum(0)).ravel()
    return np.log((1 + x.shape[0]) / (1 + df)) + 0.3


class Rows:
    """All rows in few numbers, for rows are few and columns many, and the way back to weights of columns; made once."""

    def __init__(self, x, most=400):
        self.scale = rarity(x)
        z = sp.csr_matrix(x @ sp.diags(self.scale))
        kernel = (z @ z.T).toarray().astype(np.float32)
        value, vector = eigh(kernel, subset_by_index=[max(0, len(kernel) - most), len(kernel) - 1])
        root = np.sqrt(np.maximum(value, 1e-6))
        self.short, self.back = vector * root, z.T @ (vector / root)

    def logistic(self, rows, y, weight=None, c=30.0, **options):
        """Weights in the short space and biases of a regularised logistic regression."""
        model = LogisticRegression(C=c, max_iter=60, tol=1e-2, **options).fit(self.short[rows], y, weight)
        return model.coef_.T, model.intercept_

    def columns(self, weights):
        return ((self.back @ weights) * self.scale[:, None]).astype(np.float32)


def competency_scores(scores, home=HOME):
    """Shares of the competencies: those of the behaviours, each given to its home."""
    p = np.exp(scores - scores.max(1, keepdims=True)); p /= p.sum(1, keepdims=True)
    m = np.array([[h == k for k in COMPETENCIES] for h in home], float)
    return p[:, : len(home)] @ m


def tops(shares, truth):
    order = np.argsort(-shares, 1)
    truth = np.array([COMPETENCIES.index(t) for t in truth])
    return round(float((order[:, 0] == truth).mean()), 3), round(float((order[:, :3] == truth[:, None]).any(1).mean()), 3)


def fit(own, bank, chatter):
    """All weights (2^15 × 55) and biases; `own` name their behaviour, `bank` competency, stage and class, `chatter` is everyday talk.

    A phrase of the bank is given to the likeliest behaviour of its competency, as a first fit on the others says.
    """
    labels = np.array([IDS.index(r["behaviour"]) for r in own] + list(range(len(BANK))))
    rows = Rows(matrix([r["text"] for r in own] + [b["words"] for b in BANK] + [r["text"] for r in bank] + chatter))
    o = np.arange(len(labels)); b = len(o) + np.arange(len(bank)); q = len(o) + len(b) + np.arange(len(chatter))
    home = np.array([COMPETENCIES.index(h) for h in HOME])
    allowed = home[None, :] == np.array([COMPETENCIES.index(r["competency"]) for r in bank])[:, None]
    w, bias = rows.logistic(o, labels)
    guess = np.where(allowed, (rows.short[b] @ w + bias)[:, : len(HOME)], -1e9).argmax(1)
    few = q[:200]
    w, bias = rows.logistic(np.concatenate([o, b, few]), np.concatenate([labels, guess, np.full(len(few), len(BANK))]),
                            np.concatenate([np.ones(len(o)), np.full(len(b), LOOSE), np.full(len(few), 0.3)]))
    columns, biases = [w], [bias]
    stage = np.array([r["stage"] for r in bank] + [1] * len(chatter))
    for step in range(STEPS):
        w, bias = rows.logistic(np.concatenate([b, q]), stage > step + 1)
        columns.append(w); biases.append(bias)
    w, bias = rows.logistic(b, [CLASSES.index(r["class"]) for r in bank], class_weight="balanced")
    return rows.columns(np.concatenate(columns + [w], 1)), np.concatenate(biases + [bias]).astype(np.float32), guess


def write(path, version, weights, bias):
    padded = np.zeros((1 << BITS, STRIDE), np.float32)
    padded[:, : weights.shape[1]] = weights
    rows, unit = quantize(padded)
    path.write_bytes(pack(b"CTSB", [2, BITS, STRIDE, len(IDS), STEPS, len(CLASSES)], version, [unit, bias, np.ones(3)], rows))
    return unquantize(rows, unit)[:, : weights.shape[1]]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.environ.get("CROSSTIE_TRAINING_DATA"))
    p.add_argument("--version", default="3")
    p.add_argument("--folds", type=int, default=2, help="folds over the phrases, for the figures alone; 0 for none")
    a = p.parse_args()
    if not a.data:
        p.error("say where the data is: --data FOLDER, or CROSSTIE_TRAINING_DATA")
    chatter = [r["text"] for r in phrases(f"{a.data}/labels/train.jsonl") if not r["signals"]][:600]
    own, bank, test = (phrases(HERE / name) for name in ("behaviour-phrases.jsonl", "behaviours.jsonl", "behaviour-test.jsonl"))
    figures = {"behaviours": len(BANK), "phrases": len(own), "bank": len(bank), "test": len(test)}
    xt = matrix([r["text"] for r in test]); truth = [HOME[IDS.index(r["behaviour"])] for r in test]

    # Before: the competency straight from the words, learned from the bank alone.
    rows = Rows(matrix([r["text"] for r in bank]))
    w, o = rows.logistic(np.arange(len(bank)), [COMPETENCIES.index(r["competency"]) for r in bank])
    figures["straight, test of other hands"] = tops(xt @ rows.columns(w) + o, truth)

    # Folds over the phrases: every fourth phrase of a behaviour unseen.
    parts = [i % 4 for i in range(len(own))]
    hits = []
    for fold in range(a.folds):
        w, o, _ = fit([r for r, k in zip(own, parts) if k != fold], bank, chatter)
        unseen = [r for r, k in zip(own, parts) if k == fold and r["behaviour"] != "none"]
        s = matrix([r["text"] for r in unseen]) @ w[:, : len(IDS)] + o[: len(IDS)]
        hits.append(tops(competency_scores(s), [HOME[IDS.index(r["behaviour"])] for r in unseen]))
    figures["behaviours, unseen phrases"] = hits
    weights, bias, guess = fit(own, bank, chatter)
    stored = write(ROOT / "Sources/Signals/Weights/behaviours.bin", a.version, weights, bias)
    s = xt @ stored[:, : len(IDS)] + bias[: len(IDS)]
    figures["behaviours, test of other hands"] = tops(competency_scores(s), truth)
    y = np.array([IDS.index(r["behaviour"]) for r in test]); order = np.argsort(-s, 1)
    figures["behaviour itself"] = round(float((order[:, 0] == y).mean()), 3), round(float((order[:, :3] == y[:, None]).any(1).mean()), 3)
    vectors = []
    for row, x in zip(test, xt):
        z = (x @ stored)[0] + bias if hasattr(x @ stored, "ndim") else x @ stored + bias
        z = np.asarray(z).ravel()
        q = np.exp(z[: len(IDS)] - z[: len(IDS)].max()); q /= q.sum()
        steps = np.minimum.accumulate(1 / (1 + np.exp(-z[len(IDS): len(IDS) + STEPS])))
        vectors.append({"text": row["text"], "behaviour": IDS[int(q.argmax())], "share": round(float(q.max()), 5), "stage": round(float(1 + steps.sum()), 5)})
    (ROOT / "Tests/SignalsTests/Vectors/behaviours.json").write_text(json.dumps(vectors, ensure_ascii=False, indent=0))
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
