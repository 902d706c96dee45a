"""The graph of the transformer reader, without its numbers: six layers of whole-number matrices, pooling, nine scores."""

import numpy as np
import onnx
from onnx import TensorProto as T, helper

LAYERS, WIDTH, HEADS, INNER, ROOM = 6, 384, 12, 1536, 128
FILE = "weights.bin"


class Graph:
    """Collects nodes; tensors are named, their numbers lie in another file."""

    def __init__(self):
        self.nodes, self.tensors, self.count = [], {}, 0

    def op(self, kind, *inputs, outputs=1, domain="", **attributes):
        self.count += 1
        names = [f"{kind}.{self.count}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def outside(self, name, kind, shape):
        """A tensor whose numbers the weights file holds."""
        self.tensors[name] = (kind, tuple(shape))
        return name

    def constant(self, values, kind):
        self.count += 1
        array = np.asarray(values)
        tensor = helper.make_tensor(f"c{self.count}", kind, array.shape, array.flatten().tolist())
        self.nodes.append(helper.make_node("Constant", [], [tensor.name], value=tensor))
        return tensor.name

    def model(self, places):
        """The model; `places` gives offset and length of each tensor in the weights file."""
        held = []
        for name, (kind, shape) in self.tensors.items():
            tensor = T(name=name, data_type=kind, dims=shape, data_location=T.EXTERNAL)
            for key, value in (("location", FILE), ("offset", places[name][0]), ("length", places[name][1])):
                tensor.external_data.add(key=key, value=str(value))
            held.append(tensor)
        inputs = [helper.make_tensor_value_info(n, T.INT64, ["batch", "length"]) for n in ("ids", "kinds", "mask")]
        outputs = [helper.make_tensor_value_info("scores", T.FLOAT, ["batch", 9])]
        graph = helper.make_graph(self.nodes, "reader", inputs, outputs, held)
        opsets = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="crosstie")


def linear_tensor(g, x, name, rows, columns):
    """x · W + b in whole numbers: one unit for all tokens of a run, one for each column of W.

    So a run takes one passage only; in a batch, a neighbour would change the unit and with it the scores.
    """
    whole, unit, zero = g.op("DynamicQuantizeLinear", x, outputs=3)
    product = g.op("MatMulInteger", whole, g.outside(name + ".w", T.INT8, [rows, columns]), zero)
    product = g.op("Mul", g.op("Cast", product, to=T.FLOAT), g.op("Mul", unit, g.outside(name + ".unit", T.FLOAT, [columns])))
    return g.op("Add", product, g.outside(name + ".b", T.FLOAT, [columns]))


def linear_float(g, x, name, rows, columns):
    """x · W + b in floats, to compare with."""
    return g.op("Add", g.op("MatMul", x, g.outside(name + ".w", T.FLOAT, [rows, columns])), g.outside(name + ".b", T.FLOAT, [columns]))


def norm(g, x, name):
    return g.op("LayerNormalization", x, g.outside(name + ".w", T.FLOAT, [WIDTH]), g.outside(name + ".b", T.FLOAT, [WIDTH]), axis=-1, epsilon=1e-12)


def build(linear=linear_tensor, words=30522):
    """The whole graph, from word-piece numbers to nine scores."""
    g = Graph()
    table = g.op("Gather", g.outside("words", T.INT8, [words, WIDTH]), "ids")
    x = g.op("Mul", g.op("Cast", table, to=T.FLOAT), g.op("Gather", g.outside("words.unit", T.FLOAT, [words, 1]), "ids"))
    x = g.op("Add", x, g.op("Gather", g.outside("sides", T.FLOAT, [2, WIDTH]), "kinds"))
    length = g.op("Shape", "ids", start=1, end=2)
    places = g.op("Slice", g.outside("places", T.FLOAT, [ROOM, WIDTH]), g.constant([0], T.INT64), length, g.constant([0], T.INT64))
    x = norm(g, g.op("Add", x, places), "norm")
    real = g.op("Cast", "mask", to=T.FLOAT)
    bias = g.op("Mul", g.op("Sub", real, g.constant(1.0, T.FLOAT)), g.constant(1e4, T.FLOAT))
    bias = g.op("Unsqueeze", bias, g.constant([1, 2], T.INT64))
    for layer in range(LAYERS):
        name = f"{layer}"
        q, k, v = g.op("Split", linear(g, x, name + ".qkv", WIDTH, 3 * WIDTH), axis=-1, num_outputs=3, outputs=3)
        cut = g.constant([0, 0, HEADS, WIDTH // HEADS], T.INT64)
        q, v = (g.op("Transpose", g.op("Reshape", t, cut), perm=[0, 2, 1, 3]) for t in (q, v))
        k = g.op("Transpose", g.op("Reshape", k, cut), perm=[0, 2, 3, 1])
        weights = g.op("Mul", g.op("MatMul", q, k), g.constant((WIDTH // HEADS) ** -0.5, T.FLOAT))
        weights = g.op("Softmax", g.op("Add", weights, bias), axis=-1)
        mixed = g.op("Transpose", g.op("MatMul", weights, v), perm=[0, 2, 1, 3])
        mixed = g.op("Reshape", mixed, g.constant([0, 0, WIDTH], T.INT64))
        x = norm(g, g.op("Add", linear(g, mixed, name + ".out", WIDTH, WIDTH), x), name + ".norm1")
        inner = g.op("Gelu", linear(g, x, name + ".up", WIDTH, INNER))
        x = norm(g, g.op("Add", linear(g, inner, name + ".down", INNER, WIDTH), x), name + ".norm2")
    own = g.op("Mul", real, g.op("Sub", g.constant(1.0, T.FLOAT), g.op("Cast", "kinds", to=T.FLOAT)))
    own = g.op("Unsqueeze", own, g.constant([2], T.INT64))
    axis = g.constant([1], T.INT64)
    mean = g.op("Div", g.op("ReduceSum", g.op("Mul", x, own), axis, keepdims=0), g.op("ReduceSum", own, axis, keepdims=0))
    outside = g.op("Mul", g.op("Sub", own, g.constant(1.0, T.FLOAT)), g.constant(1e4, T.FLOAT))
    top = g.op("ReduceMax", g.op("Add", x, outside), axis, keepdims=0)
    pooled = g.op("Concat", mean, top, axis=1)
    scores = g.op("Add", g.op("MatMul", pooled, g.outside("head.w", T.FLOAT, [2 * WIDTH, 9])), g.outside("head.b", T.FLOAT, [9]))
    g.nodes.append(helper.make_node("Identity", [scores], ["scores"]))
    return g
