#!/usr/bin/env python3
"""Makes the filter for private matters: Sources/Signals/Weights/private.bin, its card and its vectors.

    python training/private.py --data FOLDER

Fitted on invented messages (private.jsonl), on messages of the exports in FOLDER that are presumed to be about work, and on everyday talk of GoEmotions. Two minutes.
"""

import argparse, glob, json, os, pathlib, random, re
import numpy as np
from numba import njit
import private_invented, unlabelled
from features import BUCKET_BITS, NO_NAMES, NS_CHAR, NS_WORD, Reading, char_grams, fnv, word_grams
from weights import pack

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent
BITS = 17
PRIVATE = ["health", "family", "faith", "politics", "union", "sexuality", "law", "harassment"]
GROUPS = PRIVATE + ["person", "work"]
DENSE = 3 * len(PRIVATE) + 4
LIMIT = 1200  # bytes of a sentence that are read
REACH = 8000  # bytes of a message


def lexicon():
    """Hash of each listed word and the groups that it belongs to, as bits."""
    groups = {}
    for name, words in json.loads((HERE / "private-words.json").read_text()).items():
        for word in words.split():
            groups[fnv(word.lower().encode())] = groups.get(fnv(word.lower().encode()), 0) | 1 << GROUPS.index(name)
    hashes = np.array(sorted(groups), np.uint64)
    return hashes, np.array([groups[int(h)] for h in hashes], np.uint16)


HASHES, MASKS = lexicon()


def dense(tokens):
    """What the word lists say: a group is there; it stands at most three words behind a person; no word of the trade is near."""
    at = np.searchsorted(HASHES, tokens)
    at[at == len(HASHES)] = 0
    masks = np.where(HASHES[at] == tokens, MASKS[at], 0) if len(tokens) else np.zeros(0, np.uint16)
    out = np.zeros(DENSE, np.float32)
    n = len(PRIVATE)
    person = [i for i, m in enumerate(masks) if m >> n & 1]
    trade = any(m >> n + 1 & 1 for m in masks)
    kinds = 0
    for i, m in enumerate(masks):
        near = any(0 < i - p <= 3 for p in person)
        kinds |= int(m) & (1 << n) - 1
        for c in range(n):
            if m >> c & 1:
                out[c] = 1
                if near:
                    out[n + c] = 1
                if not trade:
                    out[2 * n + c] = 1
    out[3 * n:] = bool(person), trade, bin(kinds).count("1") / 4, len(tokens) <= 3
    return out


def sentences(text):
    """The parts of a text that end with a stop, a question or exclamation mark or a line's end; byte for byte as `Sentence.list`."""
    data, out, start, filled, last = text.encode()[:REACH], [], 0, False, 32
    letter = lambda c: 97 <= c | 0x20 <= 122

    def close(end):
        nonlocal start, filled
        if filled:
            out.append(data[start:end])
        start, filled = end, False

    for at, byte in enumerate(data):
        if last == 46 and byte <= 32:
            close(at)
        if letter(byte) or byte >= 0x80:
            filled = True
        if byte in (10, 33, 63):
            close(at + 1)
        last = byte
    close(len(data))
    return [part.decode(errors="replace") for part in out]


def grams(text):
    reading = Reading(text, LIMIT, NO_NAMES)
    out = np.zeros(8 * (2 * LIMIT + 8) + 3 * 320 + 8, np.int64)
    word = out[: word_grams(reading.tokens, len(reading.tokens), 3, NS_WORD, out, 0)] >> BUCKET_BITS - BITS
    word = word.astype(np.int32)
    char = (out[: char_grams(reading.norm, len(reading.norm), out, 0)] >> BUCKET_BITS - BITS).astype(np.int32)
    return word, char + (1 << BITS), dense(reading.tokens)


class Bags:
    def __init__(self, texts):
        found = [grams(t) for t in texts]
        self.flat = np.concatenate([np.concatenate([w, c]) for w, c, _ in found]).astype(np.int32)
        self.middle = np.array([len(w) for w, _, _ in found], np.int64)
        self.start = np.concatenate([[0], np.cumsum([len(w) + len(c) for w, c, _ in found])]).astype(np.int64)
        self.dense = np.stack([d for _, _, d in found])

    def __len__(self):
        return len(self.dense)


@njit(cache=True, fastmath=True)
def score(flat, start, middle, dense, table, line, bias, out):
    for i in range(len(middle)):
        a, m, b = start[i], start[i] + middle[i], start[i + 1]
        z = bias
        s = 0.0
        for p in range(a, m):
            s += table[flat[p]]
        if m > a:
            z += s / np.sqrt(m - a)
        s = 0.0
        for p in range(m, b):
            s += table[flat[p]]
        if b > m:
            z += s / np.sqrt(b - m)
        for c in range(dense.shape[1]):
            z += dense[i, c] * line[c]
        out[i] = z


@njit(cache=True, fastmath=True)
def epoch(flat, start, middle, dense, order, target, weight, table, square, line, line_square, bias, rate, decay):
    for i in order:
        a, m, b = start[i], start[i] + middle[i], start[i + 1]
        z = bias[0]
        s1, s2 = 0.0, 0.0
        for p in range(a, m):
            s1 += table[flat[p]]
        for p in range(m, b):
            s2 += table[flat[p]]
        r1 = 1 / np.sqrt(max(1, m - a))
        r2 = 1 / np.sqrt(max(1, b - m))
        z += s1 * r1 + s2 * r2
        for c in range(dense.shape[1]):
            z += dense[i, c] * line[c]
        g = (1 / (1 + np.exp(-z)) - target[i]) * weight[i]
        bias[0] -= 0.01 * g
        for c in range(dense.shape[1]):
            if dense[i, c] != 0:
                d = g * dense[i, c] + 1e-5 * line[c]
                line_square[c] += d * d
                line[c] -= 0.05 * d / np.sqrt(line_square[c])
        for p in range(a, b):
            row = flat[p]
            d = g * (r1 if p < m else r2) + decay * table[row]
            square[row] += d * d
            table[row] -= rate * d / np.sqrt(square[row])


def fit(bags, target, weight, epochs=5, rate=0.4, decay=1e-5, seed=5):
    generator = np.random.default_rng(seed)
    table, square = np.zeros(2 << BITS, np.float32), np.full(2 << BITS, 0.02, np.float32)
    line, line_square, bias = np.zeros(DENSE, np.float32), np.ones(DENSE, np.float32), np.array([-2.0], np.float32)
    for e in range(epochs):
        epoch(bags.flat, bags.start, bags.middle, bags.dense, generator.permutation(len(bags)), target.astype(np.float32), weight.astype(np.float32),
              table, square, line, line_square, bias, np.float32(rate * (1 - 0.8 * e / max(1, epochs - 1))), np.float32(decay))
    return table, line, float(bias[0])


def scores(bags, model):
    out = np.zeros(len(bags), np.float32)
    score(bags.flat, bags.start, bags.middle, bags.dense, *model, out)
    return out


class Messages:
    """Messages as their sentences; the highest score counts."""

    def __init__(self, texts):
        self.count, self.owner, parts = len(texts), [], []
        for i, text in enumerate(texts):
            for part in sentences(text):
                parts.append(part); self.owner.append(i)
        self.bags = Bags(parts)

    def scores(self, model):
        out = np.full(self.count, -20.0, np.float32)
        np.maximum.at(out, self.owner, scores(self.bags, model))
        return out


def listed(text):
    """True when a word of the private lists is in it."""
    tokens = Reading(text, LIMIT, NO_NAMES).tokens
    at = np.searchsorted(HASHES, tokens)
    at[at == len(HASHES)] = 0
    return bool(((HASHES[at] == tokens) & (MASKS[at] & (1 << len(PRIVATE)) - 1 > 0)).any())


def real(folder):
    """Messages of the exports by channel: seven tenths to fit on as presumed work talk, the rest in two halves for the point and the report."""
    rows = [(p["id"], p["text"]) for path in sorted(glob.glob(f"{folder}/exports/*.zip")) for p in unlabelled.passages(path) if len(p["text"]) > 2]
    draw = random.Random(4)
    draw.shuffle(rows)
    place = lambda i: fnv("/".join(i.split("/")[:2]).encode()) // 7919 % 100
    held = [t for i, t in rows if place(i) >= 70]
    return [t for i, t in rows if place(i) < 70][:70000], held[::2], held[1::2]


def everyday(folder):
    """Talk of GoEmotions: what no list names is presumed not to be private; what a list names is kept aside."""
    texts = [line.split("\t")[0] for part in ("train", "dev", "test") for line in open(f"{folder}/goemotions/original/{part}.tsv", encoding="utf-8")]
    texts = [t.replace("[NAME]", "Bo").replace("[RELIGION]", "Muslim") for t in texts]
    random.Random(2).shuffle(texts)
    return [t for t in texts if not listed(t)][:30000], [t for t in texts if listed(t) and len(t) < 160]


def trades():
    """Invented talk of many trades that is about work: the messages of other scripts, sentence by sentence, but for those that name home."""
    rows = [json.loads(line) for name in ("labels/invented.jsonl", "behaviours.jsonl", "invented.jsonl") for line in open(HERE / name, encoding="utf-8")]
    texts = [r["text"] for r in rows] + [u["text"] for r in rows for u in r.get("before", []) + [r.get("thread_root")] if u]
    # The made-up company talks like people at work; its second quarter is left out, to see how often ordinary talk is flagged.
    for script in sorted((ROOT / "Sources/Demo/Scripts").glob("*.txt")):
        if "-q2" not in script.name:
            texts += spoken(script)
    home = re.compile(r"\b(sick|ill|doctor|dentist|hospital|kid|kids|daughter|son|wife|husband|mother|father|mum|dad|baby|pregnan\w*|funeral|died|maternity|paternity|parental|wedding|church|pray\w*|ramadan|union|strike|police|court|harass\w*|layoff)\b", re.I)
    return sorted({s for t in texts if not home.search(t) for s in sentences(t)})


def spoken(script):
    """The words of a script's lines."""
    lines = re.findall(r"^(?:> )?[a-z]+(?: \+[^:]*)?: (.+)$", script.read_text(encoding="utf-8"), re.M)
    return [line for line in lines if not listed(line)]


def quantized(model):
    """The model with its table in bytes, one unit for all."""
    table, line, bias = model
    unit = float(np.abs(table).max()) / 127
    rows = (np.clip(np.rint(table / unit), -127, 127) + 128).astype(np.uint8)
    return rows, np.float32(unit), ((rows.astype(np.float32) - 128) * np.float32(unit), line, bias)


def write(path, version, rows, unit, line, bias, point):
    data = pack(b"CTSP", [1, BITS, DENSE, len(HASHES), len(PRIVATE)], version, [np.array([unit, bias, point]), line], HASHES, MASKS, rows[: 1 << BITS], rows[1 << BITS:])
    path.write_bytes(data)
    return len(data)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.environ.get("CROSSTIE_TRAINING_DATA"))
    p.add_argument("--version", default="1")
    p.add_argument("--share", type=float, default=0.01, help="of real messages that may reach the point")
    a = p.parse_args()
    if not a.data:
        p.error("say where the data is: --data FOLDER, or CROSSTIE_TRAINING_DATA")
    written = private_invented.written()
    own, not_own = [r["text"] for r in written if r["private"]], [r["text"] for r in written if not r["private"]]
    composed, framed = private_invented.composed()
    work, point_set, report_set = real(a.data)
    work = [s for t in work for s in sentences(t)]
    quiet, named = everyday(a.data)
    parts = [(own, 1, 4), (composed, 1, 0.7), (not_own, 0, 4), (framed, 0, 1), (work, 0, 0.5), (quiet, 0, 0.5), (trades(), 0, 1.5)]

    def fitted(parts):
        target = np.concatenate([np.full(len(t), y) for t, y, _ in parts])
        weight = np.concatenate([np.full(len(t), w) for t, _, w in parts])
        return fit(Bags([x for t, _, _ in parts for x in t]), target, weight)

    # The first fit picks everyday talk about private matters out of what the lists name; the second fit learns from it, too.
    sure = scores(Bags(named), fitted(parts)) > 1
    parts.append(([t for t, s in zip(named, sure) if s], 1, 0.5))
    rows, unit, model = quantized(fitted(parts))
    point = float(np.quantile(Messages(point_set).scores(model), 1 - a.share))
    size = write(ROOT / "Sources/Signals/Weights/private.bin", a.version, rows, unit, model[1], model[2], point)

    tests = [json.loads(line) for line in open(ROOT / "Tests/SignalsTests/Vectors/private.jsonl", encoding="utf-8")]
    found = Messages([r["text"] for r in tests]).scores(model)
    with open(ROOT / "Tests/SignalsTests/Vectors/private.jsonl", "w", encoding="utf-8") as out:
        for row, score in zip(tests, found):
            out.write(json.dumps({**row, "score": round(float(score), 4)}, ensure_ascii=False) + "\n")
    truth = np.array([r["private"] for r in tests])
    stranger = Messages(report_set).scores(model)
    figures = {"bytes": size, "point": point, "recall": float((found[truth] >= point).mean()), "hard negatives": float((found[~truth] >= point).mean()),
               "real": len(report_set), "real flagged": float((stranger >= point).mean()), "parts": [len(t) for t, _, _ in parts],
               "recall by share": {s: float((found[truth] >= np.quantile(stranger, 1 - s)).mean()) for s in (0.003, 0.005, 0.008, 0.01, 0.015, 0.02)},
               "topics": {t: round(float((found[[i for i, r in enumerate(tests) if r["topic"] == t and r["private"]]] >= point).mean()), 2) for t in dict.fromkeys(r["topic"] for r in tests if r["private"])}}
    company = [t for script in sorted((ROOT / "Sources/Demo/Scripts").glob("*-q2.txt")) for t in spoken(script)]
    figures["company flagged"] = float((Messages(company).scores(model) >= point).mean())
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
