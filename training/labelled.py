"""Labelled messages: those of the data folder, and our own labels, which hold no words and no names.

Our own rows are ids and signals (`labels/messages.jsonl`); the words come from the exports. A subject is a place in the
passage: `author`, `group`, `unknown`, `root`, `before/2` (the third message shown), `mention/0` (the first mention in the
text), or `named` (somebody named in another way).
"""

import glob, json, pathlib
from features import mentions_in, same_person
from split import load
import unlabelled

HERE = pathlib.Path(__file__).parent


def place(row, subject):
    """The place of a subject's name in a passage."""
    if subject in ("author", "group", "unknown"):
        return subject
    if same_person(subject, row["who"]):
        return "author"
    for n, name in enumerate(mentions_in(row["text"])):
        if same_person(name, subject):
            return f"mention/{n}"
    for n in reversed(range(len(row["before"]))):
        if same_person(row["before"][n]["who"], subject):
            return f"before/{n}"
    if row["thread_root"] and same_person(row["thread_root"]["who"], subject):
        return "root"
    return "named"


def who(row, place):
    """The name that stands at a place; None where the place does not say."""
    sort, _, number = place.partition("/")
    if sort == "mention":
        return mentions_in(row["text"])[int(number)]
    if sort == "before":
        return row["before"][int(number)]["who"]
    return {"root": (row["thread_root"] or {}).get("who"), "named": None}.get(sort, sort)


def exports(data):
    return sorted(glob.glob(f"{data}/exports/*.zip"))


def rows(data):
    """Every labelled message with its talk: the data folder's rows, then ours."""
    given = load(f"{data}/labels/train.jsonl")
    known = {r["id"] for r in given}
    own = {r["id"]: r for r in load(HERE / "labels/messages.jsonl") if r["id"] not in known}
    found = []
    for path in exports(data):
        for passage in unlabelled.passages(path):
            label = own.pop(passage["id"], None)
            if label is not None:
                signals = [{"kind": k, "subject": who(passage, s)} for k, s in label["signals"]]
                found.append({**passage, "enriched": label["enriched"], "signals": signals})
    if own:
        raise SystemExit(f"{len(own)} labelled messages are not in {data}/exports, {next(iter(own))} among them.")
    return given + found
