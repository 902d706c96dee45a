#!/usr/bin/env python3
"""Makes the second head: which behaviours a message shows, how far the work reaches, what sort of work it is.

    python training/behaviours.py --data FOLDER [--measure] [--folds 4]

Writes Sources/Signals/Weights/behaviours.bin and the vectors of its tests. Steps and classes stay as they are in that file, since `reach.bin` is
fitted to them; with --steps they are made anew, and `reach.py` has to be run after that.
Behaviours: a sentence encoder as it was published with a regression over the phrases is the teacher; the table is fitted to the phrases and to
the teacher's opinion of messages without labels, outside the held-out channels (`behaviour_teacher.py`). Ten minutes the first time, four later.
`--measure` asks the weights as they are: a test of other hands, one of a later day (`behaviour-fresh.jsonl`, with look-alikes that show
nothing), and messages of held-out channels (`behaviour-messages.jsonl`: ids and every behaviour that a reader would let pass).
"""

import argparse, json, os, pathlib
for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(threads, "1")  # the order of sums, so that two runs give the same bytes
import numpy as np
import scipy.sparse as sp
from scipy.linalg import eigh
from sklearn.linear_model import LogisticRegression
from features import BUCKET_BITS, Features
from weights import pack, quantize, unquantize

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent
FILE = ROOT / "Sources/Signals/Weights/behaviours.bin"
BITS = 15
STRIDE = 64
CLASSES = ["launch", "upkeep", "ownership", "decision", "enablement", "craft"]
STEPS = 4
BANK = json.loads((HERE / "behaviour-bank.json").read_text())
IDS = [b["id"] for b in BANK] + ["none"]
HOME = [b["home"] for b in BANK]
COMPETENCIES = list(dict.fromkeys(HOME))


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


def shares(scores):
    p = np.exp(scores - scores.max(1, keepdims=True))
    return p / p.sum(1, keepdims=True)


def tops(p, truth):
    """Behaviour first, among three; competency first, among three (each behaviour given to its home; none left aside)."""
    homes = np.array([[h == k for k in COMPETENCIES] for h in HOME], float)
    first = np.argsort(-p, 1); second = np.argsort(-(p[:, : len(HOME)] @ homes), 1)
    of = lambda t: {COMPETENCIES.index(HOME[IDS.index(b)]) for b in t}
    share = lambda order, sets, n: round(sum(bool(set(o[:n].tolist()) & s) for o, s in zip(order, sets)) / len(sets), 3)
    behaviours, competencies = [{IDS.index(b) for b in t} for t in truth], [of(t) for t in truth]
    return {"of": len(truth), "behaviour": share(first, behaviours, 1), "in three": share(first, behaviours, 3),
            "competency": share(second, competencies, 1), "competency in three": share(second, competencies, 3),
            "taken for nothing": round(float((first[:, 0] == len(HOME)).mean()), 3)}


def alarms(p):
    """Of messages that show nothing: those that were taken for a behaviour."""
    return {"of": len(p), "false alarms": round(float((p.argmax(1) != len(HOME)).mean()), 3)}


def measured(data, weights, bias):
    """The figures of a table on what it has never seen."""
    ask = lambda texts: shares(np.asarray(matrix(texts) @ weights[:, : len(IDS)]) + bias[: len(IDS)])
    test, fresh = phrases(HERE / "behaviour-test.jsonl"), phrases(HERE / "behaviour-fresh.jsonl")
    shown = [r for r in fresh if r["behaviour"] != "none"]
    label = {r["id"]: r["behaviours"] for r in phrases(HERE / "behaviour-messages.jsonl")}
    import labelled
    talk = [r for r in labelled.rows(data) if r["id"] in label]
    bare = ["thanks-welcomes"]
    said = [r for r in talk if label[r["id"]] not in (["none"], bare)]
    return {"test of other hands": tops(ask([r["text"] for r in test]), [[r["behaviour"]] for r in test]),
            "fresh test": tops(ask([r["text"] for r in shown]), [[r["behaviour"]] for r in shown]),
            "fresh look-alikes": alarms(ask([r["text"] for r in fresh if r["behaviour"] == "none"])),
            "messages of held-out channels": tops(ask([r["text"] for r in said]), [label[r["id"]] for r in said]),
            "bare thanks among them": tops(ask([r["text"] for r in talk if label[r["id"]] == bare]), [bare for r in talk if label[r["id"]] == bare]),
            "messages without an act": alarms(ask([r["text"] for r in talk if label[r["id"]] == ["none"] and not r["signals"]]))}


def steps_and_classes(data, bank):
    """Weights and biases for how far work reaches and what sort it is; everyday talk reaches nowhere."""
    chatter = [r["text"] for r in phrases(f"{data}/labels/train.jsonl") if not r["signals"]][:600]
    rows = Rows(matrix([r["text"] for r in bank] + chatter))
    b = np.arange(len(bank)); q = len(b) + np.arange(len(chatter))
    columns, biases = [], []
    stage = np.array([r["stage"] for r in bank] + [1] * len(chatter))
    for step in range(STEPS):
        w, bias = rows.logistic(np.concatenate([b, q]), stage > step + 1)
        columns.append(w); biases.append(bias)
    w, bias = rows.logistic(b, [CLASSES.index(r["class"]) for r in bank], class_weight="balanced")
    return rows.columns(np.concatenate(columns + [w], 1)), np.concatenate(biases + [bias]).astype(np.float32)


def stored():
    """Table and biases as the program reads them."""
    data = FILE.read_bytes()
    outputs = len(IDS) + STEPS + len(CLASSES)
    unit = np.frombuffer(data, "<f4", STRIDE, 64)
    bias = np.frombuffer(data, "<f4", outputs, 64 + 4 * STRIDE)
    start = -(-(64 + 4 * (STRIDE + outputs + 3)) // 64) * 64
    return unquantize(np.frombuffer(data, np.uint8, (1 << BITS) * STRIDE, start).reshape(-1, STRIDE), unit)[:, :outputs], bias


def write(version, weights, bias):
    padded = np.zeros((1 << BITS, STRIDE), np.float32)
    padded[:, : weights.shape[1]] = weights
    rows, unit = quantize(padded)
    FILE.write_bytes(pack(b"CTSB", [2, BITS, STRIDE, len(IDS), STEPS, len(CLASSES)], version, [unit, bias, np.ones(3)], rows))
    return unquantize(rows, unit)[:, : weights.shape[1]]


def vectors(test, weights, bias):
    """What the Swift tests hold the program to."""
    out = []
    for row, x in zip(test, matrix([r["text"] for r in test])):
        z = np.asarray(x @ weights).ravel() + bias
        q = shares(z[None, : len(IDS)])[0]
        steps = np.minimum.accumulate(1 / (1 + np.exp(-z[len(IDS): len(IDS) + STEPS])))
        out.append({"text": row["text"], "behaviour": IDS[int(q.argmax())], "share": round(float(q.max()), 5), "stage": round(float(1 + steps.sum()), 5)})
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.environ.get("CROSSTIE_TRAINING_DATA"))
    p.add_argument("--version", default="4")
    p.add_argument("--measure", action="store_true", help="ask the weights as they are, make none")
    p.add_argument("--steps", action="store_true", help="make the columns of steps and classes anew, too")
    p.add_argument("--folds", type=int, default=0, help="folds over the phrases, one in four unseen in each, for figures alone")
    a = p.parse_args()
    if not a.data:
        p.error("say where the data is: --data FOLDER, or CROSSTIE_TRAINING_DATA")
    show = lambda figures: print(json.dumps(figures, indent=1), flush=True)
    if a.measure:
        return show(measured(a.data, *stored()))
    from behaviour_teacher import Bank
    own, bank, test = (phrases(HERE / name) for name in ("behaviour-phrases.jsonl", "behaviours.jsonl", "behaviour-test.jsonl"))
    made = Bank(a.data, own, bank)
    for fold in range(a.folds):
        kept, unseen = made.parts(fold)
        w, o = made.table(kept)
        p = shares(np.asarray(made.phrases[unseen] @ w) + o)
        truth = [made.truth(i) for i in unseen]
        act = np.array([t != "none" for t in truth])
        show({f"fold {fold}": tops(p[act], [[t] for t in truth if t != "none"]) | {"look-alikes": alarms(p[~act])}})
    first, offset = made.table()
    kept, biases = (v[..., len(IDS):] for v in stored())
    second, rest = steps_and_classes(a.data, bank) if a.steps else (kept, biases)
    bias = np.concatenate([offset, rest]).astype(np.float32)
    weights = write(a.version, np.concatenate([first, second], 1), bias)
    (ROOT / "Tests/SignalsTests/Vectors/behaviours.json").write_text(json.dumps(vectors(test, weights, bias), ensure_ascii=False, indent=0))
    show(measured(a.data, weights, bias))


if __name__ == "__main__":
    main()
