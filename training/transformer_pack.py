"""What the transformer reader keeps in this repository: how far its matrices lie from the public ones, in a few whole numbers.

Everything here is repeated in Swift (`Sources/ReaderTransformer/Install`), number by number: sums are of whole numbers, all
else is one rounded step of 32-bit floats after another, so that both write the same bytes, which the manifest's sum holds.
"""

import hashlib, struct
import numpy as np
from onnx import TensorProto
import transformer_graph as graph

BASE = "encoder.layer.{}."
SIDES = [("qkv", ["attention.self.query", "attention.self.key", "attention.self.value"]), ("out", ["attention.output.dense"]),
         ("up", ["intermediate.dense"]), ("down", ["output.dense"])]
NORMS = [("norm1", "attention.output.LayerNorm"), ("norm2", "output.LayerNorm")]
LEVELS = 127  # of a weight, to either side


def whole(values, axis, levels=LEVELS):
    """Whole numbers of at most `levels` to either side, and the unit of each row or column along the other axis."""
    values = np.ascontiguousarray(values, np.float32)
    unit = np.maximum(np.abs(values).max(axis, keepdims=True), np.float32(1e-12)) / np.float32(levels)
    return np.rint(values / unit).astype(np.int8), unit.astype(np.float32)


def factors(change, rank):
    """Two thin matrices of whole numbers whose product is nearest to a change, and their units."""
    u, s, v = np.linalg.svd(change.astype(np.float64), full_matrices=False)
    left, left_unit = whole(u[:, :rank] * np.sqrt(s[:rank]), 1)
    fitted = left * left_unit.astype(np.float64)  # the right side makes good what rounding the left one cost
    right = np.linalg.solve(fitted.T @ fitted + 1e-12 * np.eye(rank), fitted.T @ change.astype(np.float64))
    right, right_unit = whole(right, 0)
    return left, left_unit, right, right_unit


def grown(base, parts):
    """The public matrix with its change."""
    left, left_unit, right, right_unit = parts
    sums = (left.astype(np.float64) @ right.astype(np.float64)).astype(np.float32)
    return base.astype(np.float32) + (sums * left_unit) * right_unit


class Delta:
    """The bytes of `reader.delta`: a header of 64, then blocks at multiples of 64."""

    def __init__(self, rank, version):
        self.data = bytearray(struct.pack("<4s8I", b"CTRD", 1, rank, graph.LAYERS, graph.WIDTH, graph.INNER, 9, 0, 0) + version.encode()[:27].ljust(28, b"\0"))

    def add(self, array):
        self.data += b"\0" * (-len(self.data) % 64)
        at = len(self.data)
        self.data += np.ascontiguousarray(array).tobytes()
        return at


def pack(base, tuned, rank, version, levels=LEVELS):
    """The delta's bytes, the recipe, and the tensors that the recipe makes of base and delta."""
    delta, recipe, tensors = Delta(rank, version), [], {}

    def floats(name, array):
        array = np.ascontiguousarray(array, "<f4")
        recipe.append({"tensor": name, "from": "delta", "at": delta.add(array), "count": int(array.size)})
        tensors[name] = array

    def copied(name, source, rows):
        tensors[name] = np.ascontiguousarray(base[source][:rows], "<f4")
        recipe.append({"tensor": name, "from": "base", "source": source, "count": int(tensors[name].size)})

    def matrix(name, sources):
        pieces, parts = [], []
        for source in sources:
            change = tuned[source + ".weight"].astype(np.float64) - base[source + ".weight"].astype(np.float64)
            four = factors(change, rank)
            parts.append({"source": source + ".weight", "rows": change.shape[0], "left": delta.add(four[0]), "leftUnit": delta.add(four[1]),
                          "right": delta.add(four[2]), "rightUnit": delta.add(four[3])})
            pieces.append(grown(base[source + ".weight"], four).T)
        joined = np.concatenate(pieces, 1)
        numbers, unit = whole(joined, 0, levels)
        tensors[name + ".w"], tensors[name + ".unit"] = numbers, unit.reshape(-1)
        tensors[name + ".float"] = joined
        recipe.append({"tensor": name, "from": "both", "columns": joined.shape[0], "rank": rank, "levels": levels, "parts": parts})

    words = "embeddings.word_embeddings.weight"
    tensors["words"], tensors["words.unit"] = whole(base[words], 1)
    recipe.append({"tensor": "words", "from": "table", "source": words, "columns": graph.WIDTH, "levels": 127, "count": int(tensors["words"].size)})
    copied("sides", "embeddings.token_type_embeddings.weight", 2)
    copied("places", "embeddings.position_embeddings.weight", graph.ROOM)
    copied("norm.w", "embeddings.LayerNorm.weight", graph.WIDTH)
    copied("norm.b", "embeddings.LayerNorm.bias", graph.WIDTH)
    for layer in range(graph.LAYERS):
        at = BASE.format(layer)
        for name, sources in SIDES:
            matrix(f"{layer}.{name}", [at + s for s in sources])
            floats(f"{layer}.{name}.b", np.concatenate([tuned[at + s + ".bias"] for s in sources]))
        for name, source in NORMS:
            floats(f"{layer}.{name}.w", tuned[at + source + ".weight"])
            floats(f"{layer}.{name}.b", tuned[at + source + ".bias"])
    floats("head.w", tuned["head.weight"].T)
    floats("head.b", tuned["head.bias"])
    return bytes(delta.data), recipe, tensors


def weights(g, tensors):
    """The bytes of the weights file, each tensor at a multiple of 64, and where each lies."""
    data, places = bytearray(), {}
    for name in sorted(g.tensors):
        kind, shape = g.tensors[name]
        array = tensors[name]
        assert array.size == int(np.prod(shape)), name
        data += b"\0" * (-len(data) % 64)
        array = np.ascontiguousarray(array, np.int8 if kind == TensorProto.INT8 else "<f4")
        places[name] = (len(data), array.nbytes)
        data += array.tobytes()
    return bytes(data), places


def floats_of(tensors):
    """The same tensors with matrices in floats, to compare with."""
    out = dict(tensors)
    for name in [n for n in tensors if n.endswith(".float")]:
        out[name.removesuffix(".float") + ".w"] = tensors[name]
    return out


def digest(data):
    return hashlib.sha256(data).hexdigest()
