#!/usr/bin/env python3
"""Measures what `crosstie read` says of held-out messages: the figures of the model card.

    python training/check.py --data FOLDER --program .build/release/crosstie [--weights training/.cache/reader-split.bin]

Every figure comes from the program's own output; nothing of Python reads a message here. Without --weights the shipped weights are
asked, which have seen the labels of the held-out rows: only the split's weights give honest figures.
"""

import argparse, json, subprocess
import numpy as np
import labelled, measure
from split import KINDS, held_out, load


def passage(row):
    reactions = [{"name": name, "count": count} for name, count in row["reactions"]]
    return {k: row[k] for k in ("id", "thread_root", "before", "who", "text")} | {"reactions": reactions}


def ask(program, weights, rows, more=()):
    lines = "".join(json.dumps(passage(r)) + "\n" for r in rows)
    command = [program, "read", *more] + (["--weights", weights] if weights else [])
    answer = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    said = {a["id"]: a["signals"] for a in map(json.loads, answer.splitlines())}
    return [said[r["id"]] for r in rows]


def kinds(signals):
    return [[any(s["kind"] == k for s in row) for k in KINDS] for row in signals]


def subjects(rows, said):
    """Over recognition and feedback that was found: messages with every subject right, with one right, and their number."""
    key = lambda s: s["subject"].replace("_", " ").lower()
    right = some = found = 0
    for row, signals in zip(rows, said):
        for kind in ("recognition", "feedback"):
            if any(s["kind"] == kind and s["subject"] is None for s in row["signals"]):
                continue
            true = {key(s) for s in row["signals"] if s["kind"] == kind}
            seen = {key(s) for s in signals if s["kind"] == kind}
            if true and seen:
                found += 1; right += true == seen; some += bool(true & seen)
    return right, some, found


def line(name, rows, said):
    truth, guess = np.array(kinds([r["signals"] for r in rows]), float), np.array(kinds(said), float)
    f = measure.f1(truth, guess)
    right, some, found = subjects(rows, said)
    print(f"\n{name}: {len(rows)} messages, micro {f['micro']:.3f}, macro {f['macro']:.3f}, "
          f"all subjects right {right}/{found} = {right / max(1, found):.3f}, one right {some / max(1, found):.3f}")
    for i, k in enumerate(KINDS):
        print(f"  {k:12} precision {f['precision'][i]:.2f} recall {f['recall'][i]:.2f} F1 {f['kinds'][i]:.2f} of {int(f['positives'][i])}")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True)
    p.add_argument("--program", default=".build/release/crosstie")
    p.add_argument("--weights", help="weights of the split, which saw nothing of the held-out channels")
    p.add_argument("--reader", help="static, transformer or endpoint")
    a = p.parse_args()
    rows = [r for r in labelled.rows(a.data) if held_out(r)]
    said = ask(a.program, a.weights, rows, ["--reader", a.reader] if a.reader else [])
    given = {r["id"] for r in load(f"{a.data}/labels/train.jsonl")}
    both = list(zip(rows, said))
    for name, part in (("all held-out rows", both), ("rows of the data folder", [b for b in both if b[0]["id"] in given]),
                       ("drawn at random", [b for b in both if not b[0]["enriched"]])):
        line(name, [r for r, _ in part], [s for _, s in part])


if __name__ == "__main__":
    main()
