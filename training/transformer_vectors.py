#!/usr/bin/env python3
"""Writes the test vectors of the transformer reader: word pieces of invented lines, and a tiny model with packages of its own.

    python training/transformer_vectors.py

The tiny model has the real one's shape (one layer, eight columns, few words), so that joining, loading and reading are
tested wherever ONNX Runtime is, without the public weights.
"""

import json, pathlib, struct, tempfile, zipfile
import numpy as np
from tokenizers import Tokenizer
import teacher, transformer, transformer_graph as graph, transformer_pack as pack
from split import KINDS

OUT = pathlib.Path(__file__).parent.parent / "Tests/ReaderTransformerTests/Vectors"
LINES = ["thanks @omar, that fixed it!", "", " ", "Great CATCH — naïve façade, Ångström, İstanbul, straße, ǅ", "don't stop... won't; 3.14% of $5",
         "请看一下这个补丁 thanks", "ありがとう、助かりました", "감사합니다 많은 도움이 되었어요", "спасибо за ревью", "شكرا جزيلا", "תודה רבה", "ขอบคุณมาก", "धन्यवाद",
         "tab\there\nnew\r\nline\u00a0nbsp\u2003em\u200bzero\u200djoin\ufeffbom", "z̷̢̛a̸l̴g̵o̶ t̷e̸x̴t̸", "emoji 👍🏽 🎉 👩‍👩‍👧 ❤️ done", "`code_block` and snake_case + camelCase/path-to",
         "[SEP] [CLS] [MASK] [PAD] [UNK] [sep] [ SEP ]", "x" * 100, "x" * 101, "é" * 100, "é" * 101, "a" * 300 + " ok", "control \x00\x01\x1f\x7f end", "\ufffd replacement",
         "private \ue000 use \U000f0000", "math 𝒜𝓑 ① ½ ™ ª", "quotes “like” ‘these’ «and» these‽", "CJK 𠀀𪛖 丽 compat 丽 豈", "ﬁne ligature ﬀ", "ⅣⅣ Roman", "ÀÉÎÕÜ àéîõü", "a\u0301\u0323b", "＠ｆｕｌｌ ｗｉｄｔｈ！"]
PASSAGES = [
    {"who": "Ana Lima", "text": "thanks @Omar_Diaz, that fixed it. see https://example.org/a?b=c", "before": [{"who": "Omar Diaz", "text": "@Ana_Lima close the writer before you read"}], "thread_root": None},
    {"who": "ana", "text": "@nobody. I'll take @ana's part", "before": [{"who": "ana", "text": "first"}, {"who": "bo", "text": "second " * 60}, {"who": "cy", "text": "@bo third"}, {"who": "ana", "text": "fourth"}], "thread_root": {"who": "dee", "text": "root"}},
    {"who": "ana", "text": "word " * 400, "before": [], "thread_root": {"who": "dee", "text": "why is it slow? http://x.y"}},
    {"who": "ana", "text": "mail me at ana@example.org or http:// nothing https://a@b/c d", "before": [], "thread_root": None},
    {"who": "ana", "text": "", "before": [{"who": "bo", "text": "hello"}], "thread_root": None},
    {"who": "ana", "text": "请 https://例え.jp/全 done @josé-maría. ok", "before": [{"who": "José-María", "text": "."}], "thread_root": None},
]


def tiny_vocabulary():
    """Marks, single characters that the lines need, and some pieces of words."""
    fold = teacher.tokenizer.normalizer.normalize_str
    characters = sorted({c for line in LINES + [json.dumps(PASSAGES)] for c in fold(line)} - {" ", *"豈𝒜"})
    pieces = ["thanks", "that", "fix", "##ed", "great", "catch", "##ing", "don", "link", "http", "me", "you", "somebody", "other", "word", "second", "##s", "##er", "x" * 50]
    return list(dict.fromkeys(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + characters + ["##" + c for c in characters] + pieces))


def tokenizer_of(vocabulary):
    state = json.loads(teacher.tokenizer.to_str())
    state["model"]["vocab"] = {p: n for n, p in enumerate(vocabulary)}
    for token in state["added_tokens"]:
        token["id"] = vocabulary.index(token["content"])
    for token in state["post_processor"]["special_tokens"].values():
        token["ids"] = [vocabulary.index(token["id"])]
    return Tokenizer.from_str(json.dumps(state))


def safetensors(arrays):
    head, body = {}, b""
    for name, array in arrays.items():
        head[name] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": [len(body), len(body) + array.nbytes]}
        body += np.ascontiguousarray(array, "<f4").tobytes()
    text = json.dumps(head).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + body


def wheel(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data)
    return path.read_bytes()


def package(name, path, taken):
    data = wheel(path, {entry: content for entry, _, content in taken})
    take = [{"entry": e, "as": k, "bytes": len(c), "sha256": pack.digest(c)} for e, k, c in taken]
    return {"name": name, "version": "1", "file": path.name, "bytes": len(data), "sha256": pack.digest(data), "take": take}


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    vocabulary = tiny_vocabulary()
    (OUT / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    cutter = tokenizer_of(vocabulary)
    pieces = [{"text": t, "numbers": cutter.encode(t, add_special_tokens=False).ids} for t in LINES]
    (OUT / "pieces.json").write_text(json.dumps(pieces, indent=1) + "\n")

    graph.LAYERS, graph.WIDTH, graph.HEADS, graph.INNER, graph.ROOM = 1, 8, 2, 16, 128
    random = np.random.default_rng(3)
    base = {"embeddings.word_embeddings.weight": random.normal(0, 1, (len(vocabulary), 8)), "embeddings.token_type_embeddings.weight": random.normal(0, 1, (2, 8)),
            "embeddings.position_embeddings.weight": random.normal(0, 0.2, (130, 8)), "embeddings.LayerNorm.weight": np.ones(8), "embeddings.LayerNorm.bias": np.zeros(8)}
    for part, shape in (("attention.self.query", (8, 8)), ("attention.self.key", (8, 8)), ("attention.self.value", (8, 8)), ("attention.output.dense", (8, 8)),
                        ("intermediate.dense", (16, 8)), ("output.dense", (8, 16))):
        base[f"encoder.layer.0.{part}.weight"] = random.normal(0, 0.5, shape); base[f"encoder.layer.0.{part}.bias"] = random.normal(0, 0.1, shape[0])
    for part in ("attention.output.LayerNorm", "output.LayerNorm"):
        base[f"encoder.layer.0.{part}.weight"] = np.ones(8); base[f"encoder.layer.0.{part}.bias"] = np.zeros(8)
    base = {k: v.astype(np.float32) for k, v in base.items()}
    tuned = {k: v + random.normal(0, 0.1, v.shape).astype(np.float32) for k, v in base.items()}
    tuned["head.weight"], tuned["head.bias"] = random.normal(0, 1, (9, 16)).astype(np.float32), random.normal(0, 1, 9).astype(np.float32)
    delta, recipe, tensors = pack.pack(base, tuned, 3, "tiny")
    g = graph.build(graph.linear_tensor, words=len(vocabulary))
    run, model, data = transformer.session(g, tensors, pathlib.Path(tempfile.mkdtemp()))
    words = (OUT / "vocabulary.txt").read_bytes()
    packages = [{**package("tiny-encoder", OUT / "tiny_encoder-1-py3-none-any.whl", [("tiny/model.safetensors", "model.safetensors", safetensors(base)), ("tiny/vocab.txt", "vocab.txt", words)]), "platform": "any"},
                {**package("tiny-runtime", OUT / "tiny_runtime-1-cp312-cp312-tiny.whl", [("runtime/library.so", "libonnxruntime", b"no library at all")]), "platform": "tiny"}]
    files = {"reader.delta": delta, "reader.onnx": model}
    for name, content in files.items():
        (OUT / name).write_bytes(content)
    (OUT / "tiny.json").write_text(json.dumps({
        "format": 1, "version": "tiny", "files": [{"name": n, "bytes": len(c), "sha256": pack.digest(c)} for n, c in files.items()],
        "weights": {"name": graph.FILE, "bytes": len(data), "sha256": pack.digest(data)}, "packages": packages, "length": 128, "contextRoom": 48,
        "kinds": [{"kind": k, "slope": 1.0, "offset": 0.0, "point": 0.5} for k in KINDS], "recipe": recipe,
        "tensors": [{"name": n, "at": at, "bytes": size} for n, (at, size) in sorted(pack.weights(g, tensors)[1].items())]}, indent=1) + "\n")

    start, end = vocabulary.index("[CLS]"), vocabulary.index("[SEP]")
    rows = []
    for passage in PASSAGES:
        context, target = teacher.words(passage)
        c = cutter.encode(context, add_special_tokens=False).ids[-48:]
        t = cutter.encode(target, add_special_tokens=False).ids[: 128 - 3 - len(c)]
        ids = [start] + t + [end] + c + [end]
        scores = transformer.scores(run, [(ids, len(t) + 2)])[0]
        rows.append({**passage, "ids": ids, "own": len(t) + 2, "scores": [round(float(s), 4) for s in scores]})
    (OUT / "passages.json").write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
