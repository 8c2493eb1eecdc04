"""Trains a small encoder from nothing on a teacher's answers to public messages and on labelled lines, with a
tokenizer of its own, and prints F1 by act on whole writers that neither saw.

    python train_student.py --messages messages.jsonl --answers answers/ --lines FILE… --hold-out WRITER… --state student.pkl
"""

import argparse
import pickle
import time
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

from answer import read_answers
from batches import LENGTHS, batches, tokens_of
from encoder import logits, new_encoder
from lines import ACTS, CUSTOMER, read_lines
from scores import macro_f1, table


def train_tokenizer(texts, words: int) -> Tokenizer:
    """Word pieces of lower-case text with its accents, and [PAD] as id 0."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    tokenizer.train_from_iterator(texts, trainers.WordPieceTrainer(vocab_size=words, special_tokens=special, min_frequency=2))
    return tokenizer


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--messages", required=True)
    args.add_argument("--answers", type=Path, required=True)
    args.add_argument("--lines", nargs="+", required=True)
    args.add_argument("--hold-out", nargs="+", required=True)
    args.add_argument("--langs", nargs="+")
    args.add_argument("--words", type=int, default=12_000)
    args.add_argument("--width", type=int, default=256)
    args.add_argument("--depth", type=int, default=4)
    args.add_argument("--passes", type=int, default=12)
    args.add_argument("--repeat", type=int, default=2, help="how often a pass has the labelled lines")
    args.add_argument("--rate", type=float, default=6e-4)
    args.add_argument("--batch", type=int, default=64)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--state", type=Path, required=True)
    a = args.parse_args()

    lines = [l for l in read_lines(a.lines) if a.langs is None or l.lang in a.langs]
    seen = [l for l in lines if l.writer not in a.hold_out]
    unseen = [l for l in lines if l.writer in a.hold_out]
    answers = read_answers(a.answers).astype(np.float32)
    public = read_lines([a.messages])[: len(answers)]
    tokenizer = train_tokenizer((t for l in public + seen for t in (l.before, l.text)), a.words)
    truth = lambda ls: np.array([[act in l.acts for act in ACTS] for l in ls], np.float32)
    may = lambda ls: np.array([[(act in CUSTOMER) == (l.speaker == "customer") for act in ACTS] for l in ls], np.float32)
    mixed = public + seen * a.repeat
    rows, rows_unseen = [tokens_of(tokenizer, l) for l in mixed], [tokens_of(tokenizer, l) for l in unseen]
    y, m = np.concatenate([answers] + [truth(seen)] * a.repeat), may(mixed)

    heads = a.width // 64
    params = jax.tree.map(jnp.asarray, new_encoder(np.random.default_rng(a.seed), a.words, a.width, a.depth, len(ACTS)))
    steps = a.passes * (len(rows) // a.batch + len(LENGTHS))
    optimiser = optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.adamw(optax.warmup_cosine_decay_schedule(0, a.rate, steps // 12, steps), weight_decay=0.01),
    )
    state = optimiser.init(params)

    def loss(p, ids, parts, y, m, key):
        return (optax.sigmoid_binary_cross_entropy(logits(p, ids, parts, heads, key), y) * m).sum() / m.sum()

    @jax.jit
    def step(p, state, ids, parts, y, m, key):
        value, grads = jax.value_and_grad(loss)(p, ids, parts, y, m, key)
        updates, state = optimiser.update(grads, state, p)
        return optax.apply_updates(p, updates), state, value

    answer = jax.jit(lambda p, ids, parts: jax.nn.sigmoid(logits(p, ids, parts, heads)))

    def read(rows):
        out = np.zeros((len(rows), len(ACTS)), np.float32)
        for group, ids, parts in batches(rows, 32, None):
            out[group] = np.asarray(answer(params, ids, parts))[: len(group)]
        return out

    began, done = time.monotonic(), 0
    if a.state.exists():
        done, params, state = pickle.loads(a.state.read_bytes())
        params, state = jax.tree.map(jnp.asarray, (params, state))
    for turn in range(done, a.passes):
        rng, key = np.random.default_rng([a.seed, turn]), jax.random.key(a.seed * 1000 + turn)
        losses = []
        for group, ids, parts in batches(rows, a.batch, rng):
            key, use = jax.random.split(key)
            pad = ((0, a.batch - len(group)), (0, 0))
            params, state, value = step(params, state, ids, parts, np.pad(y[group], pad), np.pad(m[group], pad), use)
            losses.append(float(value))
        said = read(rows_unseen) * may(unseen)
        print(f"pass {turn + 1}: loss {np.mean(losses):.4f}, macro F1 unseen {macro_f1(truth(unseen), said):.3f}, "
              f"{time.monotonic() - began:.0f} s", flush=True)
        a.state.write_bytes(pickle.dumps((turn + 1, *jax.tree.map(np.asarray, (params, state)))))
    print(table(truth(unseen), read(rows_unseen) * may(unseen)))


if __name__ == "__main__":
    main()
