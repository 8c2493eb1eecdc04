"""Writes a student as an ONNX graph for one message, with 8-bit weights.

    python export_onnx.py --student student/ --out acts.onnx

Inputs: `ids` and `parts` int64 [T]. Outputs: `acts` float [A], a probability each, and
`shares` float [T, A], what each piece adds to the log-odds of each act. Weights have 7 bits and activations 8
unsigned ones, so that no kernel without VNNI can saturate its 16-bit sums; a message is read alone, so that no other
message in a batch moves its scale.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

HEADS = 12


class Graph:
    def __init__(self):
        self.nodes, self.weights, self.made = [], [], 0

    def const(self, value, name=None):
        name = name or self._name("c")
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind, *inputs, outputs=1, **attributes):
        names = [self._name(kind.lower()) for _ in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, name=names[0], **attributes))
        return names[0] if outputs == 1 else names

    def _name(self, of):
        self.made += 1
        return f"{of}_{self.made}"


def build(p) -> onnx.ModelProto:
    """The graph of parameters `p`, by their paths in the tree of `encoder.py`."""
    g = Graph()
    width = p["['word']"].shape[1]
    size = width // HEADS
    depth = 1 + max(int(k.split("[")[2].rstrip("]")) for k in p if k.startswith("['layers']"))
    norm = lambda x, at: g.add("LayerNormalization", x, g.const(p[f"{at}['g']"]), g.const(p[f"{at}['b']"]), epsilon=1e-12, axis=-1)
    linear = lambda x, w, b: g.add("Add", g.add("MatMul", x, g.const(w)), g.const(b))
    ints = lambda *v: g.const(np.array(v, np.int64))

    length = g.add("Shape", "ids")
    places = g.add("Slice", g.const(p["['place']"]), ints(0), length, ints(0))
    x = g.add("Add", g.add("Add", g.add("Gather", g.const(p["['word']"]), "ids"), places), g.add("Gather", g.const(p["['part']"]), "parts"))
    x = norm(x, "['norm']")
    for i in range(depth):
        at = f"['layers'][{i}]"
        # The scale of attention is in the weights of its queries.
        scale = np.float32(1 / np.sqrt(size))
        weight = np.concatenate([p[f"{at}['q']['w']"] * scale, p[f"{at}['k']['w']"], p[f"{at}['v']['w']"]], 1)
        bias = np.concatenate([p[f"{at}['q']['b']"] * scale, p[f"{at}['k']['b']"], p[f"{at}['v']['b']"]])
        split = g.add("Reshape", linear(x, weight, bias), ints(-1, 3, HEADS, size))
        split = g.add("Transpose", split, perm=[1, 2, 0, 3])
        q, k, v = (g.add("Squeeze", each, ints(0)) for each in g.add("Split", split, axis=0, num_outputs=3, outputs=3))
        weights = g.add("Softmax", g.add("MatMul", q, g.add("Transpose", k, perm=[0, 2, 1])), axis=-1)
        y = g.add("Transpose", g.add("MatMul", weights, v), perm=[1, 0, 2])
        y = g.add("Reshape", y, ints(-1, width))
        x = norm(g.add("Add", x, linear(y, p[f"{at}['o']['w']"], p[f"{at}['o']['b']"])), f"{at}['n1']")
        y = g.add("Gelu", linear(x, p[f"{at}['up']['w']"], p[f"{at}['up']['b']"]))
        x = norm(g.add("Add", x, linear(y, p[f"{at}['down']['w']"], p[f"{at}['down']['b']"])), f"{at}['n2']")
    of_text = g.add("Unsqueeze", g.add("Cast", "parts", to=TensorProto.FLOAT), ints(1))
    mean = g.add("Div", g.add("ReduceSum", g.add("Mul", x, of_text), ints(0), keepdims=0), g.add("ReduceSum", of_text, keepdims=0))
    far = g.add("Mul", g.add("Sub", of_text, g.const(np.float32(1))), g.const(np.float32(1e9)))
    top = g.add("ReduceMax", g.add("Add", x, far), ints(0), keepdims=0)
    # What each piece adds to the log-odds of each act: its share of the mean, and of the greatest what is its own.
    count = g.add("ReduceSum", of_text, keepdims=0)
    own = g.add("Mul", g.add("Cast", g.add("Equal", g.add("Add", x, far), top), to=TensorProto.FLOAT), x)
    shares = g.add("Add", g.add("MatMul", g.add("Div", x, count), g.const(p["['head']['w']"][:width], "head_mean")),
                   g.add("MatMul", own, g.const(p["['head']['w']"][width:], "head_top")))
    g.nodes.append(helper.make_node("Identity", [shares], ["shares"]))
    both = g.add("Unsqueeze", g.add("Concat", mean, top, axis=0), ints(0))
    logit = g.add("Add", g.add("MatMul", both, g.const(p["['head']['w']"], "head")), g.const(p["['head']['b']"]))
    out = g.add("Squeeze", g.add("Sigmoid", logit), ints(0))
    g.nodes.append(helper.make_node("Identity", [out], ["acts"]))
    value = lambda name, kind, shape: helper.make_tensor_value_info(name, kind, shape)
    graph = helper.make_graph(
        g.nodes, "acts",
        [value("ids", TensorProto.INT64, ["T"]), value("parts", TensorProto.INT64, ["T"])],
        [value("acts", TensorProto.FLOAT, [p["['head']['b']"].shape[0]]),
         value("shares", TensorProto.FLOAT, ["T", p["['head']['b']"].shape[0]])],
        g.weights,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--student", type=Path, required=True)
    args.add_argument("--out", type=Path, required=True)
    a = args.parse_args()
    params = dict(np.load(a.student / "student.npz"))
    whole = a.student / "student.onnx"
    onnx.save(build(params), whole)
    head = [n.name for n in onnx.load(whole).graph.node if any(i.startswith("head") for i in n.input)]
    quantize_dynamic(whole, a.out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, nodes_to_exclude=head,
                     op_types_to_quantize=["MatMul", "Gather"], extra_options={"MatMulConstBOnly": True})
    print(f"{whole.stat().st_size:,} bytes whole, {a.out.stat().st_size:,} bytes of 8 bits")


if __name__ == "__main__":
    main()
