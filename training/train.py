#!/usr/bin/env python3
"""Makes the weights of the static reader and its model card.

    python training/train.py --data FOLDER

FOLDER holds labels/train.jsonl and exports/*.zip; the invented rows are beside this script (invented.jsonl, labels/). The first run also fine-tunes the teacher and keeps its opinion of the
unlabelled passages in --cache (about 20 minutes on two cores); later runs take two minutes.
"""

import argparse, collections, glob, json, os, pathlib
import numpy as np
import baseline, behaviours, card, measure, model, student, unlabelled, weights
from features import Features
from split import KINDS, community, held_out, inner_fold, load

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parent / "Sources/Signals/Weights"
SOURCES = {"short": 1.0, "talk": 2.0, "phrases": 1.0}  # how much an invented row counts beside the others
INVENTED_SHARE = 0.5  # all invented rows together count at most as much as this share of the real ones
OPTIONS = dict(rate=0.1, epochs=8, label_weight=1.0, hidden=24)
UNLABELLED = 40_000


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.environ.get("CROSSTIE_TRAINING_DATA"), help="folder with labels/ and exports/")
    p.add_argument("--cache", default=str(HERE / ".cache"), help="where the teacher's opinion is kept")
    p.add_argument("--behaviours", default=str(HERE / "behaviours.jsonl"))
    p.add_argument("--out", default=str(TARGET))
    p.add_argument("--version", default="2")
    p.add_argument("--quick", action="store_true", help="no left-out communities, no card")
    p.add_argument("--epochs", type=int, default=5, help="of the teacher")
    a = p.parse_args()
    if not a.data:
        p.error("say where the data is: --data FOLDER, or CROSSTIE_TRAINING_DATA")
    return a


def truth(rows):
    return np.array([[any(s["kind"] == k for s in r["signals"]) for k in KINDS] for r in rows], np.float32)


def opinion(a, name, train, keep):
    """The teacher's probabilities for unlabelled passages, kept in the cache; `keep` leaves held-out channels out."""
    cache = pathlib.Path(a.cache); cache.mkdir(parents=True, exist_ok=True)
    scores, ids = cache / f"{name}.npy", cache / f"{name}.ids.json"
    known = {r["id"] for r in load(f"{a.data}/labels/train.jsonl")}
    rows = [p for p in unlabelled.sample(sorted(glob.glob(f"{a.data}/exports/*.zip")), UNLABELLED) if keep(p) and p["id"] not in known]
    if not scores.exists():
        import teacher
        fitted = teacher.fit(train, truth(train), epochs=a.epochs)
        np.save(scores, teacher.score(fitted, rows)); ids.write_text(json.dumps([p["id"] for p in rows]))
    order = {i: n for n, i in enumerate(json.loads(ids.read_text()))}
    rows = [p for p in rows if p["id"] in order]
    return rows, 1 / (1 + np.exp(-np.load(scores)[[order[p["id"]] for p in rows]]))


def invented():
    """Messages of our own for what the communities seldom say; only ever fitted on, never for calibration, points or tests.

    Those without talk of their own get none, one or two messages of an everyday exchange before them.
    """
    talk = [{"who": "colleague", "text": "any news?"}, {"who": "other", "text": "I had a look at it this morning, the numbers are in the sheet."}]
    short = [(r["text"], [{"kind": k, "subject": "author"} for k in r["kinds"]]) for r in load(HERE / "invented.jsonl")]
    bank = behaviours.phrases(HERE / "behaviours.jsonl")
    phrases = [(bank[r["line"] - 1]["text"], r["signals"]) for r in load(HERE / "labels/bank.jsonl")]
    rows = [{**r, "source": "talk"} for r in load(HERE / "labels/invented.jsonl")]
    for source, texts in (("short", short), ("phrases", phrases)):
        rows += [{"id": f"{source}/{n}", "source": source, "enriched": True, "who": "author", "text": text, "thread_root": None,
                  "before": talk[: n % 3], "reactions": [], "signals": signals} for n, (text, signals) in enumerate(texts)]
    return rows


def counts_for(more, real):
    """How much each invented row counts in a fit on `real` labelled rows, each of which counts 1."""
    counts = np.array([SOURCES[r["source"]] for r in more], np.float32)
    return counts * min(1, INVENTED_SHARE * real / counts.sum())


def bags(rows):
    return student.Bags([Features(r) for r in rows])


def reader(rows, soft_rows, soft):
    """Fits a reader on rows; returns everything that the weights file needs."""
    more = invented()
    counts = counts_for(more, len(rows))
    own, labels, folds = bags(rows), truth(rows), np.array([inner_fold(r) for r in rows])
    extra = dict(soft_bags=bags(soft_rows), soft=soft, **OPTIONS) if len(soft_rows) else dict(OPTIONS)
    unseen = model.unseen_scores(own, labels, folds, more=(bags(more), truth(more), counts), **extra)
    slope, offset, points = model.operate(unseen, labels)
    table, head = model.fit(bags(rows + more), truth(rows + more), counts=np.concatenate([np.ones(len(rows)), counts]), **extra)
    inner = measure.f1(labels, (model.probabilities(unseen, slope, offset) >= points) * 1.0)
    return {"table": table, "head": head, "slope": slope, "offset": offset, "points": points, "inner": inner}


def test(fitted, rows):
    p = model.probabilities(model.scores(bags(rows), fitted["table"], fitted["head"]), fitted["slope"], fitted["offset"])
    y = truth(rows)
    figures = measure.f1(y, (p >= fitted["points"]) * 1.0)
    figures["calibration"] = [measure.calibration_error(p[:, k], y[:, k]) for k in range(len(KINDS))]
    natural = np.array([not r["enriched"] for r in rows])
    figures["natural"] = measure.f1(y[natural], (p[natural] >= fitted["points"]) * 1.0) if natural.any() else None
    return figures


def main():
    a = arguments()
    rows = load(f"{a.data}/labels/train.jsonl")
    train, held = [r for r in rows if not held_out(r)], [r for r in rows if held_out(r)]
    soft_rows, soft = opinion(a, "split", train, lambda p: not held_out(p))
    fitted = reader(train, soft_rows, soft)

    bank = behaviours.phrases(a.behaviours)
    generator = np.random.default_rng(1)
    quiet = np.where(soft.max(1) < 0.2)[0]
    chatter = [soft_rows[i]["text"] for i in generator.choice(quiet, 600, replace=False)]
    x = behaviours.matrix([r["text"] for r in bank] + chatter)
    second, second_bias = behaviours.fit(x, bank, len(chatter))

    def write(path, version, fitted):
        return weights.write(path, version, fitted["table"], fitted["head"], fitted["slope"], fitted["offset"],
                             fitted["points"], second, second_bias)[0]

    # Measured is the reader that saw nothing of the held-out channels; shipped is the same recipe on every labelled row.
    fitted["table"] = write(pathlib.Path(a.cache) / "reader-split.bin", a.version + "-split", fitted)
    extra = dict(soft_bags=bags(soft_rows), soft=soft, **OPTIONS)
    more = invented()
    counts = np.concatenate([np.ones(len(rows)), counts_for(more, len(rows))])
    table, head = model.fit(bags(rows + more), truth(rows + more), counts=counts, **extra)
    write(pathlib.Path(a.out) / "reader.bin", a.version, {**fitted, "table": table, "head": head})
    figures = {"held out": test(fitted, held), "inner": fitted["inner"], "rows": (len(train), len(held)), "soft": len(soft_rows), "invented": dict(collections.Counter(r["source"] for r in more)),
               "baseline": baseline.figures(train, held), "points": fitted["points"],
               "behaviours": behaviours.cross_check(x, bank, len(chatter)), "communities": {}}
    for name in sorted({community(r) for r in rows}):
        others, own = [r for r in rows if community(r) != name], [r for r in rows if community(r) == name]
        keep = lambda p: community(p) != name
        cached = pathlib.Path(a.cache) / f"without-{name}.npy"
        away, judged = opinion(a, f"without-{name}", others, keep) if cached.exists() else ([], np.zeros((0, len(KINDS))))
        if a.quick:
            continue
        figures["communities"][name] = {"reader": test(reader(others, away, judged), own), "baseline": baseline.figures(others, own),
                                        "rows": (len(others), len(own)), "soft": len(away)}
    if a.quick:
        print({k: (figures[k]["micro"], figures[k]["macro"], figures[k]["kinds"].round(2)) for k in ("held out", "inner", "baseline")})
        return
    card.write(pathlib.Path(a.out), figures, a.version)


if __name__ == "__main__":
    main()
