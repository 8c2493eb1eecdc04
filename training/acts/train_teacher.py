"""Fine-tunes a sentence encoder on labelled lines, and prints F1 by act on whole writers that it never saw.

    python train_teacher.py --model FOLDER --lines FILE… --hold-out WRITER… --passes 8 --seed 1 --out teacher.npz

What was learnt is kept after each pass in `--state FILE`, from which a run that was stopped goes on.
"""

import argparse
import pickle
import time
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax
from tokenizers import Tokenizer

from batches import LENGTHS, batches, tokens_of
from encoder import load_minilm, logits
from lines import ACTS, CUSTOMER, read_lines
from scores import macro_f1, table


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--model", required=True)
    args.add_argument("--lines", nargs="+", required=True)
    args.add_argument("--hold-out", nargs="+", required=True)
    args.add_argument("--passes", type=int, default=8)
    args.add_argument("--rate", type=float, default=1e-4)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--langs", nargs="+", help="only lines of these languages")
    args.add_argument("--batch", type=int, default=32)
    args.add_argument("--state", type=Path)
    args.add_argument("--out")
    a = args.parse_args()

    tokenizer = Tokenizer.from_file(f"{a.model}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    lines = [l for l in read_lines(a.lines) if a.langs is None or l.lang in a.langs]
    seen = [l for l in lines if l.writer not in a.hold_out]
    unseen = [l for l in lines if l.writer in a.hold_out]
    truth = lambda ls: np.array([[act in l.acts for act in ACTS] for l in ls], np.float32)
    may = lambda ls: np.array([[(act in CUSTOMER) == (l.speaker == "customer") for act in ACTS] for l in ls], np.float32)
    rows, rows_unseen = [tokens_of(tokenizer, l) for l in seen], [tokens_of(tokenizer, l) for l in unseen]
    y, m = truth(seen), may(seen)

    params = jax.tree.map(jnp.asarray, load_minilm(a.model, len(ACTS)))
    size = a.batch
    steps = a.passes * (len(seen) // size + len(LENGTHS))
    rate = lambda top: optax.warmup_cosine_decay_schedule(0, top, steps // 10, steps)
    optimiser = optax.multi_transform(
        {"body": optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate(a.rate), weight_decay=0.01)),
         "head": optax.adamw(rate(a.rate * 20), weight_decay=0.01)},
        {k: jax.tree.map(lambda _: "head" if k == "head" else "body", v) for k, v in params.items()},
    )
    state = optimiser.init(params)

    def loss(p, ids, parts, y, m, key):
        z = logits(p, ids, parts, 12, key)
        return (optax.sigmoid_binary_cross_entropy(z, y) * m).sum() / m.sum()

    @jax.jit
    def step(p, state, ids, parts, y, m, key):
        value, grads = jax.value_and_grad(loss)(p, ids, parts, y, m, key)
        updates, state = optimiser.update(grads, state, p)
        return optax.apply_updates(p, updates), state, value

    answer = jax.jit(lambda p, ids, parts: jax.nn.sigmoid(logits(p, ids, parts, 12)))

    def read(rows):
        out = np.zeros((len(rows), len(ACTS)), np.float32)
        for group, ids, parts in batches(rows, 32, None):
            out[group] = np.asarray(answer(params, ids, parts))[: len(group)]
        return out

    began, done = time.monotonic(), 0
    if a.state and a.state.exists():
        done, params, state = pickle.loads(a.state.read_bytes())
        params, state = jax.tree.map(jnp.asarray, (params, state))
    for turn in range(done, a.passes):
        # Of the pass alone, so that one which goes on draws what one in a single run does.
        rng, key = np.random.default_rng([a.seed, turn]), jax.random.key(a.seed * 1000 + turn)
        losses = []
        for group, ids, parts in batches(rows, size, rng):
            key, use = jax.random.split(key)
            pad = ((0, size - len(group)), (0, 0))
            params, state, value = step(params, state, ids, parts, np.pad(y[group], pad), np.pad(m[group], pad), use)
            losses.append(float(value))
        p = read(rows_unseen) * may(unseen)
        print(f"pass {turn + 1}: loss {np.mean(losses):.4f}, macro F1 unseen {macro_f1(truth(unseen), p):.3f}, "
              f"{time.monotonic() - began:.0f} s", flush=True)
        if a.state:
            a.state.write_bytes(pickle.dumps((turn + 1, *jax.tree.map(np.asarray, (params, state)))))
    p = read(rows_unseen) * may(unseen)
    for writer in a.hold_out:
        at = [i for i, l in enumerate(unseen) if l.writer == writer]
        print(f"\n{writer}: {len(at)} lines")
        print(table(truth(unseen)[at], p[at]))
    if a.out:
        flat = {jax.tree_util.keystr(k): np.asarray(v) for k, v in jax.tree_util.tree_leaves_with_path(params)}
        np.savez(a.out, **flat)


if __name__ == "__main__":
    main()
