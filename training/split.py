"""The fixed split: whole channels are held out, chosen by a hash of the channel's path inside each community."""

import json
from features import fnv

KINDS = ["recognition", "feedback", "coaching", "ownership", "decision", "upkeep", "judgement", "delivery", "blocked"]
SALT = b"crosstie-8:"  # the first of 1, 2, 3 … whose held-out share lies between 25 and 30 percent with every kind in it


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def community(row):
    return row["id"].split("/")[0]


def channel(row):
    return "/".join(row["id"].split("/")[:2])


def bucket(row, salt=SALT):
    """0…99 by channel."""
    return fnv(salt + channel(row).encode()) // 7919 % 100


def held_out(row):
    return bucket(row) < 25


def inner_fold(row, folds=5):
    """The fold of a training row, by channel and fortnight, so that neighbours stay together."""
    return fnv(b"inner:" + channel(row).encode() + str(int(float(row["id"].split("/")[2]) // (86400 * 14))).encode()) // 7919 % folds
