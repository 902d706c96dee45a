#!/usr/bin/env python3
"""Makes the weights of the static reader and its model card.

    python training/train.py --data FOLDER

FOLDER holds labels/train.jsonl and exports/*.zip; our own labels and the invented rows are beside this script. The first run also
fine-tunes the teacher and keeps its opinion of every unlabelled passage in --cache (an hour and a half on two cores); later runs take
about twenty minutes.
"""

import argparse, collections, json, os, pathlib
import numpy as np
import torch
import baseline, behaviours, card, labelled, measure, model, student, unlabelled, weights
from features import Features
from split import KINDS, community, held_out, inner_fold, load

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parent / "Sources/Signals/Weights"
SOURCES = {"short": 8.0, "talk": 16.0, "phrases": 8.0}  # how much an invented row counts beside a labelled one
INVENTED_SHARE = 1.2  # all invented rows together count at most as much as this share of the real ones
OPTIONS = dict(epochs=4, label_weight=1.0)
INNER = dict(epochs=3, label_weight=1.0)


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.environ.get("CROSSTIE_TRAINING_DATA"), help="folder with labels/ and exports/")
    p.add_argument("--cache", default=str(HERE / ".cache"), help="where the teacher's opinion is kept")
    p.add_argument("--out", default=str(TARGET))
    p.add_argument("--version", default="3")
    p.add_argument("--quick", action="store_true", help="no left-out communities, no card")
    p.add_argument("--threads", type=int, default=2)
    a = p.parse_args()
    if not a.data:
        p.error("say where the data is: --data FOLDER, or CROSSTIE_TRAINING_DATA")
    torch.set_num_threads(a.threads)
    return a


def truth(rows):
    return np.array([[any(s["kind"] == k for s in r["signals"]) for k in KINDS] for r in rows], np.float32)


def opinion(a, train, known):
    """The teacher's probabilities for every unlabelled passage outside the held-out channels, kept in the cache."""
    cache = pathlib.Path(a.cache); cache.mkdir(parents=True, exist_ok=True)
    scores, ids = cache / "split.npy", cache / "split.ids.json"
    rows = [p for path in labelled.exports(a.data) for p in unlabelled.passages(path)
            if len(p["text"]) > 2 and not held_out(p) and p["id"] not in known]
    if not scores.exists():
        import teacher
        fitted = teacher.fit(train, truth(train))
        torch.save(fitted.state_dict(), cache / "teacher.pt")
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


def fitted(rows, soft_bags, soft):
    """Table and head on labelled rows, the invented ones and the teacher's opinion."""
    more = invented()
    counts = np.concatenate([np.ones(len(rows)), counts_for(more, len(rows))])
    return model.fit(bags(rows + more), truth(rows + more), counts=counts, soft_bags=soft_bags, soft=soft, **OPTIONS)


def reader(rows, soft_bags=None, soft=None):
    """Fits a reader on rows; returns everything that the weights file needs."""
    more, own, labels = invented(), bags(rows), truth(rows)
    folds = np.array([inner_fold(r, 3) for r in rows])
    unseen = model.unseen_scores(own, labels, folds, more=(bags(more), truth(more), counts_for(more, len(rows))),
                                 soft_bags=soft_bags, soft=soft, **INNER)
    slope, offset, points = model.operate(unseen, labels)
    table, head = fitted(rows, soft_bags, soft)
    inner = measure.f1(labels, (model.probabilities(unseen, slope, offset) >= points) * 1.0)
    return {"table": table, "head": head, "slope": slope, "offset": offset, "points": points, "inner": inner}


def test(made, rows):
    p = model.probabilities(student.scores(bags(rows), made["table"], made["head"]), made["slope"], made["offset"])
    y = truth(rows)
    figures = measure.f1(y, (p >= made["points"]) * 1.0)
    figures["calibration"] = [measure.calibration_error(p[:, k], y[:, k]) for k in range(len(KINDS))]
    natural = np.array([not r["enriched"] for r in rows])
    figures["natural"] = measure.f1(y[natural], (p[natural] >= made["points"]) * 1.0) if natural.any() else None
    return figures


def write(path, version, made):
    """Writes a weights file; the table comes back as the file holds it."""
    return weights.write(path, version, made["table"], made["head"], made["slope"], made["offset"], made["points"])


def communities(rows):
    """A reader without a teacher, fitted on the other communities, for each community."""
    found = {}
    for name in sorted({community(r) for r in rows}):
        others, own = [r for r in rows if community(r) != name], [r for r in rows if community(r) == name]
        found[name] = {"reader": test(reader(others), own), "rows": (len(others), len(own))}
    return found


def main():
    a = arguments()
    rows = labelled.rows(a.data)
    train, held = [r for r in rows if not held_out(r)], [r for r in rows if held_out(r)]
    soft_rows, soft = opinion(a, train, {r["id"] for r in rows})
    soft_bags = bags(soft_rows)
    made = reader(train, soft_bags, soft)
    # Measured is the reader that saw nothing of the held-out channels; shipped is the same recipe on every labelled row.
    made["table"] = write(pathlib.Path(a.cache) / "reader-split.bin", a.version + "-split", made)
    table, head = fitted(rows, soft_bags, soft)
    write(pathlib.Path(a.out) / "reader.bin", a.version, {**made, "table": table, "head": head})
    given = {r["id"] for r in load(f"{a.data}/labels/train.jsonl")}
    figures = {"held out": test(made, held), "given": test(made, [r for r in held if r["id"] in given]), "inner": made["inner"],
               "rows": (len(train), len(held)), "soft": len(soft_rows), "points": made["points"],
               "invented": dict(collections.Counter(r["source"] for r in invented()))}
    print({k: (figures[k]["micro"], figures[k]["macro"], figures[k]["kinds"].round(2)) for k in ("held out", "given", "inner")}, flush=True)
    if a.quick:
        return
    figures["baseline"] = baseline.figures(train, held)
    figures["communities"] = communities(rows)
    card.write(pathlib.Path(a.out), figures, a.version)


if __name__ == "__main__":
    main()
