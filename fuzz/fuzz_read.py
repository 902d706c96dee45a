#!/usr/bin/env python3
"""Feeds `crosstie read` with mutated passages and looks for a crash, a hang, a lost line or an answer that is no JSON.

    python3 fuzz/fuzz_read.py --minutes 60 --command .build/release/crosstie read

A batch that brings it down is kept beside this script as crash-N.jsonl, cut down to the line that does it where one does.
Seeds: the invented messages of the tests and of training. The same --seed gives the same inputs.
"""

import argparse, json, pathlib, random, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ODD = ["", " ", "\n", "\x00", "@", "@@", "`", "```", ">", "> ", ":", "::", ":+1:", ".", "...", "…", "'", "’", "\u200b", "\u200d", "\u202e", "\ufeff", "\ufffd", "\U0010ffff",
       "\U0001f468\u200d\U0001f469", "e\u0301", "\u0336" * 40, "漢", "ש", "ع", "\ud800", "\udfff", "http://", "https://x/pull/", "<@U1>", "*", "_", "a_b", "aB", "1", "0" * 50, "A" * 300, "?", "!" * 30, "thanks", "thanks to", "@all", "@here"]


def seeds():
    out = []
    for path in ("Tests/SignalsTests/Vectors/invented.jsonl", "Tests/SignalsTests/Vectors/private.jsonl", "training/labels/invented.jsonl"):
        if (ROOT / path).exists():
            out += [json.loads(line) for line in open(ROOT / path, encoding="utf-8")]
    return out


def mutate(text, r):
    for _ in range(r.choice([0, 1, 1, 2, 4, 12])):
        at = r.randrange(len(text) + 1)
        way = r.randrange(7)
        if way == 0:
            text = text[:at] + r.choice(ODD) + text[at:]
        elif way == 1:
            text = text[:at] + text[at + r.randrange(12):]
        elif way == 2:
            text = text[:at] + chr(r.choice([r.randrange(128), r.randrange(0x3000), r.randrange(0x110000)])) + text[at:]
        elif way == 3:
            text = (text[:1200] + r.choice(["", " ", "\n"])) * r.choice([2, 3, 50])
        elif way == 4:
            other = r.randrange(len(text) + 1)
            text = text[min(at, other):max(at, other)]
        elif way == 5:
            text = text.swapcase()
        else:
            text = text.encode("utf-8", "surrogatepass")[r.randrange(4):].decode("utf-8", "replace")
    return text[:60_000]


def line(r, pool):
    said = lambda: {"who": mutate(r.choice(["Ann", "Bo Li", "cy", "", "build-bot"]), r) if r.random() < 0.2 else r.choice(["Ann", "Bo Li", "cy"]), "text": mutate(r.choice(pool)["text"], r)}
    row = {"id": "f", **said(), "thread_root": said() if r.random() < 0.4 else None, "before": [said() for _ in range(r.randrange(6))],
           "reactions": r.choice([[], [{"name": "tada", "count": r.randrange(-3, 10 ** 9)}], ["tada"], [["tada", 2]], [{"name": None}]])}
    if r.random() < 0.05:
        row[r.choice(list(row))] = r.choice([None, 3, [], {}, "x", True, [None], [[]]])
    text = json.dumps(row, ensure_ascii=r.random() < 0.5)
    if r.random() < 0.03:
        at = r.randrange(len(text))
        text = text[:at] + text[at + 1:]
    return text.replace("\n", " ").replace("\r", " ")


def run(command, lines, limit=60):
    try:
        done = subprocess.run(command, input="\n".join(lines).encode("utf-8", "surrogatepass") + b"\n", capture_output=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return "did not end"
    if done.returncode < 0 or done.returncode > 100:
        return f"ended with {done.returncode}: {done.stderr[-300:]!r}"
    answers = done.stdout.decode("utf-8", "replace").split("\n")[:-1]
    if len(answers) != len([l for l in lines if l.strip()]):
        return f"{len(lines)} lines gave {len(answers)} answers"
    for answer in answers:
        try:
            signals = json.loads(answer)["signals"]
        except (ValueError, KeyError):
            return f"no answer: {answer[:200]}"
        if any(not 0 <= s["confidence"] <= 1 for s in signals):
            return f"confidence out of bounds: {answer[:200]}"
    return None


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--minutes", type=float, default=10)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--batch", type=int, default=200)
    p.add_argument("--command", nargs="+", default=[str(ROOT / ".build/release/crosstie"), "read"])
    a = p.parse_args()
    r, pool, start, done, faults = random.Random(a.seed), seeds(), time.time(), 0, 0
    while time.time() - start < a.minutes * 60:
        batch = [line(r, pool) for _ in range(a.batch)]
        fault = run(a.command, batch)
        done += len(batch)
        if fault:
            faults += 1
            single = [l for l in batch if run(a.command, [l], 20)] or batch
            path = pathlib.Path(__file__).parent / f"crash-{faults}.jsonl"
            path.write_text("\n".join(single[:5]), encoding="utf-8", errors="surrogatepass")
            print(f"after {done} lines: {fault}; kept in {path}", flush=True)
            if faults >= 20:
                break
    print(f"{done} lines in {time.time() - start:.0f} s, {faults} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
