#!/usr/bin/env python3
"""Writes the parity vectors that the Swift tests check: tokens, buckets, context and probabilities of invented messages.

    python training/vectors.py
"""

import json, pathlib, struct
import numpy as np
import model, student
from features import CONTEXT_BYTES, NO_NAMES, TARGET_BYTES, Features, Reading
from split import KINDS
from weights import unquantize

ROOT = pathlib.Path(__file__).parent.parent
FOLDER = ROOT / "Tests/SignalsTests/Vectors"
ODD = ["", " ", "???", "@", "@here look: `code` and ```block\nof code``` :+1: :thumbsup::skin-tone-3: ;-) :D", "> quoted\nnot quoted\n\n> more",
       "Ünïcode ÀÉÎ “quotes” – dash… it’s fine 👍🎉 ❤️ 日本語 \U0001F680", "v1.2.3 FAB-897 3,000 12:30 snake_case camelCase a.b.c _emphasis_ *bold*",
       "https://example.org/a(b) http://x.y/pull/3 https://t.example/issues/4 https://c.example/commit/aa", "e-mail joe@example.org, not a mention; @first_last.",
       "x" * 3000, "word " * 700, "\U0001F680"[:1] * 3, "don't DON'T donʼt 'quoted' rock'n'roll", "+1 +10 ++ a+1", "half \u00e9\u00c9 na\u00efve"]


def stored(path):
    data = path.read_bytes()
    _, _, bits, dims, _, hidden, kinds = struct.unpack("<4s6I", data[:28])
    at = 64

    def floats(*shape):
        nonlocal at
        out = np.frombuffer(data, "<f4", int(np.prod(shape)), at).reshape(shape)
        at += out.nbytes
        return out

    unit = floats(dims)
    head = {"first": floats(hidden, student.INPUTS), "first_bias": floats(hidden), "second": floats(kinds, hidden),
            "straight": floats(kinds, student.INPUTS), "bias": floats(kinds)}
    slope, offset, _ = floats(kinds), floats(kinds), floats(kinds)
    at = (at + 63) // 64 * 64
    return unquantize(np.frombuffer(data, np.uint8, (1 << bits) * dims, at).reshape(-1, dims), unit), head, slope, offset


def exact(f, table):
    """The head's inputs with sums of double width: long texts add up thousands of rows."""
    runs = [getattr(f, space) for space in student.SPACES]
    sums = [table[run].astype(np.float64).sum(0) / np.sqrt(max(1, len(run))) for run in runs]
    return np.concatenate(sums + [f.context])[None]


def main():
    table, head, slope, offset = stored(ROOT / "Sources/Signals/Weights/reader.bin")
    rows = [json.loads(line) for line in open(FOLDER / "invented.jsonl", encoding="utf-8")]
    rows += [{"id": f"odd/{n}", "who": "ann", "text": t, "thread_root": {"who": "bo", "text": "what now?"} if n % 3 == 0 else None,
              "before": [{"who": "bo", "text": "@ann any news?"}, {"who": "ann", "text": "soon"}][: n % 3], "reactions": [["tada", n]] if n % 4 else [], "signals": []}
             for n, t in enumerate(ODD)]
    out = []
    for row in rows:
        f = Features(row)
        tokens = Reading(row["text"], TARGET_BYTES, NO_NAMES).tokens
        p = model.probabilities(student.layers(exact(f, table), head), slope, offset)[0] if len(tokens) else np.zeros(len(KINDS))
        out.append({"row": {k: row[k] for k in ("id", "who", "text", "thread_root", "before", "reactions")},
                    "tokens": [f"{int(t):016x}" for t in tokens[:40]], "token_count": len(tokens), "characters": [int(b) for b in f.char[:40]],
                    "words": [int(b) for b in f.word[:40]], "context": [round(float(v), 6) for v in f.context], "probabilities": [round(float(v), 7) for v in p]})
    (FOLDER / "parity.json").write_text(json.dumps(out, ensure_ascii=False, indent=0))
    print(len(out), "vectors")


if __name__ == "__main__":
    main()
