#!/usr/bin/env python3
"""Makes the weights that judge how far a piece of work reaches; `docs/signals.md`, "How far work reaches".

    python training/reach.py --data FOLDER [--out FOLDER]

Labels: `labels/reach.jsonl` (ids, 1 to 5 or null for "cannot be told", the kinds that the reader saw). The words come from the exports.
Weights are fitted on two communities; the third, and the made-up company (`reach-company.jsonl`), are never trained on. Probabilities are those for somebody of whose work three pieces in
ten reach a stage, which is what the clock assumes before it has seen anything. Behaviours come from `behaviours.bin` as it is. A minute.
"""

import argparse, json, os, pathlib, struct
import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
import labelled, unlabelled
from behaviours import BITS, CLASSES, IDS, STEPS, STRIDE as BEHAVIOUR_STRIDE, matrix, phrases
from split import load
from weights import pack, quantize, unquantize

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent
STRIDE = 16
NEVER = "hyperledger-slack-2016"  # never trained on; calibrated on like the others
SHARE = 0.30  # the clock's assumption
NEXT, PRESENT = 0.5, 0.6  # from which probability on a piece counts; `Reach.judgement`
KINDS = ["recognition", "feedback", "coaching", "ownership", "decision", "upkeep", "judgement", "delivery"]
SOURCES = ("ncar", "hyperledger", "phrases")
HEADS = [None, 2, 3, 4]  # can it be told; does it reach this stage
C, LOUDNESS = 0.006, 3.6


def head():
    """The table of behaviours with its biases, as the program reads it."""
    data = (ROOT / "Sources/Signals/Weights/behaviours.bin").read_bytes()
    outputs = len(IDS) + STEPS + len(CLASSES)
    unit = np.frombuffer(data, "<f4", BEHAVIOUR_STRIDE, 64)
    bias = np.frombuffer(data, "<f4", outputs, 64 + 4 * BEHAVIOUR_STRIDE)
    start = -(-(64 + 4 * (BEHAVIOUR_STRIDE + outputs + 3)) // 64) * 64
    rows = np.frombuffer(data, np.uint8, (1 << BITS) * BEHAVIOUR_STRIDE, start).reshape(-1, BEHAVIOUR_STRIDE)
    return unquantize(rows, unit)[:, len(IDS):outputs], bias[len(IDS):]


class Rows:
    """Messages as numbers: hashed n-grams; steps and classes of the behaviour head, and the kinds that were seen."""

    def __init__(self, texts, kinds, behaviours):
        table, bias = behaviours
        self.grams = sp.csr_matrix(matrix(texts))
        self.dense = np.c_[np.asarray(self.grams @ table) + bias, kinds]


class Model:
    """Four logistic regressions over the same numbers."""

    def __init__(self, rows, picked, stage, told):
        x = rows.grams[picked]
        df = np.asarray((x > 0).sum(0)).ravel()
        self.scale = np.where(df < 2, 0, np.log((1 + len(picked)) / (1 + df)) + 0.3) * LOUDNESS
        self.mean, self.spread = rows.dense[picked].mean(0), rows.dense[picked].std(0) + 1e-6
        z = self.inputs(rows)
        self.fits = []
        for step in HEADS:
            of = picked if step is None else picked[told[picked]]
            target = told[of] if step is None else stage[of] >= step
            self.fits.append(LogisticRegression(C=C, max_iter=400).fit(z[of], target))

    def inputs(self, rows):
        return sp.hstack([sp.csr_matrix((rows.dense - self.mean) / self.spread), rows.grams @ sp.diags(self.scale)]).tocsr()

    def scores(self, rows):
        z = self.inputs(rows)
        return np.column_stack([f.decision_function(z) for f in self.fits])

    def folded(self):
        """Table (2^15 × 4), dense weights (4 × 18) and biases over plain inputs."""
        w = np.array([f.coef_[0] for f in self.fits]); n = len(self.mean)
        dense = w[:, :n] / self.spread
        bias = np.array([f.intercept_[0] for f in self.fits]) - dense @ self.mean
        return (w[:, n:] * self.scale).T.astype(np.float32), dense.astype(np.float32), bias.astype(np.float32)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def platt(scores, target, weight):
    fit = LogisticRegression(C=10).fit(scores[:, None], target, weight)
    return fit.coef_[0, 0], fit.intercept_[0]


class Calibration:
    """Scores of messages that the weights have not seen, every source counting alike."""

    def __init__(self, scores, stage, told, source, drawn):
        self.scores, self.stage, self.told, self.source, self.drawn = scores, stage, told, source, drawn

    def weights(self, step, mask, sources):
        """Each source alike, three in ten of it reaching the step; rare steps also from rows that were chosen for being wide."""
        w = np.zeros(len(self.stage))
        for s in sources:
            m = mask & self.told & (self.source == s) & (self.drawn | (step >= 4))
            wide, near = m & (self.stage >= step), m & (self.stage < step)
            if wide.sum() >= 15:  # fewer say nothing of a community
                w[wide], w[near] = SHARE / wide.sum(), (1 - SHARE) / near.sum()
        return w / max(w.sum(), 1e-12) * (w > 0).sum()

    def fit(self, mask, sources=SOURCES):
        w = np.zeros(len(self.stage))
        for s in sources[:2]:
            m = mask & self.drawn & (self.source == s); w[m] = 1 / m.sum()
        m = w > 0
        fits = [platt(self.scores[m, 0], self.told[m], w[m] / w.sum() * m.sum())]
        for step in (2, 3, 4, 5):
            w = self.weights(step, mask, sources); m = w > 0
            fits.append(platt(self.scores[m, min(step, 4) - 1], self.stage[m] >= step, w[m]))
        return fits

    @staticmethod
    def probabilities(scores, fits):
        return np.column_stack([sigmoid(a * scores[:, min(i, 3)] + b) for i, (a, b) in enumerate(fits)])

    def crossed(self, half):
        p = np.zeros((len(self.stage), 5))
        for x in (0, 1):
            p[half == x] = self.probabilities(self.scores[half == x], self.fit(half != x))
        return p

    def figures(self, p):
        """At three in ten: how often what counts is right, how much counts, and the share that is read."""
        every, out = np.ones(len(self.stage), bool), {}
        told = np.where(self.source == "phrases", self.told[self.drawn & (self.source != "phrases")].mean(), p[:, 0])
        for step in (2, 3, 4):
            for sources in (SOURCES, ("ncar",), ("hyperledger",), ("company",)):
                w = self.weights(step, every, sources)
                if not w.any():
                    continue
                yes = told * p[:, step - 1] >= NEXT
                no = (told * (1 - p[:, step - 1]) >= PRESENT) & ~yes
                wide = self.stage >= step
                mass = lambda m: float(w[m].sum())
                out[f"{step} {'+'.join(sources)}"] = {
                    "next right": round(mass(yes & wide) / max(mass(yes), 1e-9), 2), "of next": round(mass(yes & wide) / mass(wide), 2),
                    "present right": round(mass(no & ~wide) / max(mass(no), 1e-9), 2), "of present": round(mass(no & ~wide) / mass(~wide), 2),
                    "share read": round(mass(yes) / max(mass(yes | no), 1e-9), 2), "calibration error": round(self.error(p[:, step - 1], wide, w), 3)}
        return out

    @staticmethod
    def error(p, target, w, bins=8):
        total = 0.0
        for b in range(bins):
            m = (p >= b / bins) & (p < (b + 1) / bins + (b == bins - 1)) & (w > 0)
            if m.any():
                total += w[m].sum() * abs(np.average(p[m], weights=w[m]) - np.average(target[m], weights=w[m]))
        return total / w.sum()


def areas(scores, stage, told):
    out = {"told": round(roc_auc_score(told, scores[:, 0]), 3)}
    for i, step in enumerate(HEADS[1:], 1):
        out[f"≥{step}"] = round(roc_auc_score(stage[told] >= step, scores[told, i]), 3)
    return out


def agreement(rows):
    """Of the messages that were labelled twice: the same label, Cohen's kappa, the same side of stage 3."""
    pairs = [(r["reach"], r["again"]) for r in rows if "again" in r]
    n = len(pairs); same = sum(a == b for a, b in pairs) / n
    chance = sum((sum(a == k for a, _ in pairs) / n) * (sum(b == k for _, b in pairs) / n) for k in (None, 1, 2, 3, 4, 5))
    both = [(a, b) for a, b in pairs if a and b]
    return {"twice": n, "same": round(same, 3), "kappa": round((same - chance) / (1 - chance), 3),
            "told alike": round(sum((a is None) == (b is None) for a, b in pairs) / n, 3),
            "same side of 3": round(sum((a >= 3) == (b >= 3) for a, b in both) / len(both), 3)}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.environ.get("CROSSTIE_TRAINING_DATA"))
    p.add_argument("--version", default="1")
    p.add_argument("--out", help="another folder than the repository's, for a trial")
    a = p.parse_args()
    if not a.data:
        p.error("say where the data is: --data FOLDER, or CROSSTIE_TRAINING_DATA")
    label = {r["id"]: r for r in load(HERE / "labels/reach.jsonl")}
    found = {m["id"]: m for path in labelled.exports(a.data) for m in unlabelled.passages(path) if m["id"] in label}
    if len(found) < len(label):
        raise SystemExit(f"{len(label) - len(found)} labelled messages are not in {a.data}/exports.")
    company = phrases(HERE / "reach-company.jsonl")
    given = [(label[i], i, found[i]["text"]) for i in sorted(found)] + [(r, f"company/{r['id']}", r["text"]) for r in company]
    told = np.array([r["reach"] is not None for r, _, _ in given]); stage = np.array([r["reach"] or 0 for r, _, _ in given])
    drawn = np.array([r.get("drawn", "random") == "random" for r, _, _ in given])
    community = np.array([i.split("/")[0] for _, i, _ in given]); channel = np.array(["/".join(i.split("/")[:2]) for _, i, _ in given])
    behaviours = head()
    rows = Rows([t for _, _, t in given], np.array([[k in r["seen"] for k in KINDS] for r, _, _ in given], float), behaviours)
    figures = {"labels": len(label), "company": len(company), "agreement": agreement(list(label.values()))}

    train = np.where((community != NEVER) & (community != "company"))[0]
    model = Model(rows, train, stage, told)
    scores = np.zeros((len(given), len(HEADS))); scores[:] = model.scores(rows)
    for name in (NEVER, "company"):
        m = community == name
        figures[f"{name}, never trained on"] = areas(scores[m], stage[m], told[m])
    names = np.unique(channel)
    fold = dict(zip(names, np.random.default_rng(1).integers(0, 5, len(names)))); folds = np.array([fold[c] for c in channel])
    for k in range(5):
        part = train[folds[train] == k]
        scores[part] = Model(rows, train[folds[train] != k], stage, told).scores(rows)[part]
    other = np.char.startswith(community, "ncar")
    figures["ncar, channels left out"] = areas(scores[other], stage[other], told[other])
    turned = Model(rows, np.where(~other & (community != "company"))[0], stage, told).scores(rows)
    figures["ncar left out"] = areas(turned[other], stage[other], told[other])

    bank = phrases(HERE / "behaviours.jsonl")
    seen = rows.dense[train].mean(0)[STEPS + len(CLASSES):]
    spoken = Rows([b["text"] for b in bank], np.tile(seen, (len(bank), 1)), behaviours)
    source = np.where(community == NEVER, "hyperledger", np.where(community == "company", "company", "ncar"))
    calibration = Calibration(
        np.r_[scores, model.scores(spoken)], np.r_[stage, [b["stage"] for b in bank]], np.r_[told, np.ones(len(bank), bool)],
        np.r_[source, np.full(len(bank), "phrases")], np.r_[drawn, np.ones(len(bank), bool)])
    halves = dict(zip(names, np.random.default_rng(3).integers(0, 2, len(names))))
    half = np.r_[[halves[c] for c in channel], np.random.default_rng(4).integers(0, 2, len(bank))]
    figures["counting"] = calibration.figures(calibration.crossed(half))
    fits = calibration.fit(np.ones(len(half), bool))

    table, dense, bias = model.folded()
    padded = np.zeros((1 << BITS, STRIDE), np.float32); padded[:, : len(HEADS)] = table
    quantized, unit = quantize(padded)
    out = pathlib.Path(a.out) if a.out else None
    weights = (out or ROOT / "Sources/Signals/Weights") / "reach.bin"
    numbers = np.array(fits, np.float32)
    weights.write_bytes(pack(b"CTSS", [1, BITS, STRIDE, dense.shape[1], len(HEADS)], a.version,
                             [unit, dense, bias, numbers[:, 0], numbers[:, 1]], quantized))
    stored = unquantize(quantized, unit)[:, : len(HEADS)]
    test = phrases(HERE / "behaviour-test.jsonl")
    x = Rows([r["text"] for r in test], np.zeros((len(test), len(KINDS))), behaviours)
    z = np.asarray(x.grams @ stored) + x.dense @ dense.T + bias
    chance = calibration.probabilities(z, fits)
    vectors = [{"text": r["text"], "told": round(float(c[0]), 4), "reaches": [round(float(v), 4) for v in c[1:]]} for r, c in zip(test, chance)]
    ((out or ROOT / "Tests/SignalsTests/Vectors") / "reach.json").write_text(json.dumps(vectors, ensure_ascii=False, indent=0))
    print(json.dumps(figures, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
