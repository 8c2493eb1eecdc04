"""A BERT encoder in JAX, with one output for each act. Shapes: B lines, T tokens, W width."""

import jax
import jax.numpy as jnp
import numpy as np


def load_minilm(folder, heads: int):
    """Parameters of a sentence-transformers BERT in `folder`, and an untrained head of `heads` outputs."""
    from safetensors.numpy import load_file

    t = {k.removeprefix("bert."): v.astype(np.float32) for k, v in load_file(f"{folder}/model.safetensors").items()}
    lin = lambda n: {"w": t[n + ".weight"].T, "b": t[n + ".bias"]}
    norm = lambda n: {"g": t[n + ".weight"], "b": t[n + ".bias"]}
    layers = []
    while f"encoder.layer.{len(layers)}.output.dense.weight" in t:
        p = f"encoder.layer.{len(layers)}."
        layers.append({
            "q": lin(p + "attention.self.query"), "k": lin(p + "attention.self.key"), "v": lin(p + "attention.self.value"),
            "o": lin(p + "attention.output.dense"), "n1": norm(p + "attention.output.LayerNorm"),
            "up": lin(p + "intermediate.dense"), "down": lin(p + "output.dense"), "n2": norm(p + "output.LayerNorm"),
        })
    e = "embeddings."
    width = t[e + "word_embeddings.weight"].shape[1]
    return {
        "word": t[e + "word_embeddings.weight"], "place": t[e + "position_embeddings.weight"],
        "part": t[e + "token_type_embeddings.weight"], "norm": norm(e + "LayerNorm"), "layers": layers,
        "head": {"w": np.zeros((2 * width, heads), np.float32), "b": np.full((heads,), -3.0, np.float32)},
    }


def new_encoder(rng: np.random.Generator, words: int, width: int, depth: int, heads: int, places: int = 160):
    """Untrained parameters of the same form."""
    normal = lambda *s: (rng.standard_normal(s) * 0.02).astype(np.float32)
    lin = lambda a, b: {"w": normal(a, b), "b": np.zeros(b, np.float32)}
    norm = lambda: {"g": np.ones(width, np.float32), "b": np.zeros(width, np.float32)}
    return {
        "word": normal(words, width), "place": normal(places, width), "part": normal(2, width), "norm": norm(),
        "layers": [
            {"q": lin(width, width), "k": lin(width, width), "v": lin(width, width), "o": lin(width, width), "n1": norm(),
             "up": lin(width, 4 * width), "down": lin(4 * width, width), "n2": norm()}
            for _ in range(depth)
        ],
        "head": {"w": np.zeros((2 * width, heads), np.float32), "b": np.full((heads,), -3.0, np.float32)},
    }


def smaller(params, layers, inner: int, places: int, word):
    """A shallower encoder of a trained one's parameters: some of its layers, the `inner` units of each that count
    most (by the product of their weights' norms), fewer places, and `word` [V, W] in place of its words."""
    cut = []
    for p in (params["layers"][i] for i in layers):
        up, down = p["up"], p["down"]
        weight = np.linalg.norm(up["w"], axis=0) * np.linalg.norm(down["w"], axis=1)
        kept = np.sort(np.argsort(-weight)[:inner])
        cut.append({**p, "up": {"w": up["w"][:, kept], "b": up["b"][kept]}, "down": {"w": down["w"][kept], "b": down["b"]}})
    return {**params, "layers": cut, "place": params["place"][:places], "word": word}


def _normalise(p, x):
    mean = x.mean(-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12) * p["g"] + p["b"]


def _linear(p, x):
    return x @ p["w"] + p["b"]


def _drop(key, rate, x):
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0)


def encode(params, ids, parts, heads_of_attention: int, key=None, rate: float = 0.1):
    """Hidden states [B, T, W] of token ids and their parts (0 before, 1 text); id 0 is padding. Drops out with a key."""
    keys = iter(jax.random.split(key, 1 + 2 * len(params["layers"]))) if key is not None else iter([None] * 99)
    x = params["word"][ids] + params["place"][: ids.shape[1]][None] + params["part"][parts]
    x = _drop(next(keys), rate, _normalise(params["norm"], x))
    bias = jnp.where(ids == 0, -1e9, 0.0)[:, None, None, :]
    b, t, w = x.shape
    split = lambda y: y.reshape(b, t, heads_of_attention, -1).transpose(0, 2, 1, 3)
    for p in params["layers"]:
        q, k, v = split(_linear(p["q"], x)), split(_linear(p["k"], x)), split(_linear(p["v"], x))
        a = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) / np.sqrt(q.shape[-1]) + bias, axis=-1)
        y = (a @ v).transpose(0, 2, 1, 3).reshape(b, t, w)
        x = _normalise(p["n1"], x + _drop(next(keys), rate, _linear(p["o"], y)))
        y = _linear(p["down"], jax.nn.gelu(_linear(p["up"], x), approximate=False))
        x = _normalise(p["n2"], x + _drop(next(keys), rate, y))
    return x


def logits(params, ids, parts, heads_of_attention: int, key=None):
    """One logit an act [B, A], from the mean and the greatest of the text's tokens."""
    x = encode(params, ids, parts, heads_of_attention, key)
    mask = ((parts == 1) & (ids != 0))[..., None]
    mean = (x * mask).sum(1) / jnp.maximum(mask.sum(1), 1)
    top = jnp.where(mask, x, -1e9).max(1)
    return _linear(params["head"], jnp.concatenate([mean, top], -1))
