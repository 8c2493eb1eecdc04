"""Trains the small encoder that ships, with a tokenizer of its own: some layers of a sentence encoder or of a teacher that
was fine-tuned, or untrained ones, on labelled lines and, where there are any, a teacher's answers to public messages.
Prints F1 by act on whole writers that no training saw, and keeps the student.

    python train_student.py --model FOLDER --messages messages.jsonl --lines FILE… --hold-out WRITER… \\
        --state student.pkl --out student/
"""

import argparse
import pickle
import time
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from answer import read_answers
from batches import LENGTHS, batches, tokens_of
from encoder import load_minilm, logits, new_encoder, smaller
from lines import ACTS, labelled, read_lines
from scores import macro_f1, table

PLACES = 128
BEFORE = 24


def train_tokenizer(texts, words: int) -> Tokenizer:
    """Word pieces of lower-case text with its accents, in which each number is a 0; [PAD] has id 0."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=40))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Lowercase(), normalizers.Replace("’", "'"), normalizers.Replace(Regex("[0-9]+"), "0")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    tokenizer.train_from_iterator(texts, trainers.WordPieceTrainer(vocab_size=words, special_tokens=special, min_frequency=3))
    return tokenizer


def words_of_teacher(tokenizer: Tokenizer, teacher: Tokenizer, word: np.ndarray) -> np.ndarray:
    """A first vector for each piece [V, W]: the mean of the pieces in which the teacher reads it."""
    ids = teacher.get_vocab()
    found = np.zeros((tokenizer.get_vocab_size(), word.shape[1]), np.float32)
    for piece, at in tokenizer.get_vocab().items():
        own = [ids[piece]] if piece in ids else teacher.encode(piece.removeprefix("##"), add_special_tokens=False).ids
        found[at] = word[own or [ids["[UNK]"]]].mean(0)
    return found


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--model", required=True)
    args.add_argument("--teacher", help="teacher.npz, whose layers are taken in place of the model's")
    args.add_argument("--student", type=Path, help="a student's folder, to train it further with its tokenizer")
    args.add_argument("--untrained", action="store_true", help="begin from nothing, only with the model's form")
    args.add_argument("--messages", required=True)
    args.add_argument("--answers", type=Path, help="a teacher's to the messages; left out, those only give words")
    args.add_argument("--lines", nargs="+", required=True)
    args.add_argument("--hold-out", nargs="+", required=True)
    args.add_argument("--langs", nargs="+")
    args.add_argument("--words", type=int, default=12_000)
    args.add_argument("--layers", type=int, nargs="+", default=[0, 1, 2])
    args.add_argument("--inner", type=int, default=1024)
    args.add_argument("--passes", type=int, default=8)
    args.add_argument("--repeat", type=int, default=1, help="how often a pass has the labelled lines")
    args.add_argument("--most", type=int, default=40_000, help="public messages of a pass, drawn anew for each")
    args.add_argument("--rate", type=float, default=2e-4)
    args.add_argument("--batch", type=int, default=32)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--state", type=Path, required=True)
    args.add_argument("--out", type=Path, required=True)
    a = args.parse_args()

    lines = [l for l in read_lines(a.lines) if a.langs is None or l.lang in a.langs]
    seen = [l for l in lines if l.writer not in a.hold_out]
    unseen = [l for l in lines if l.writer in a.hold_out]
    public = read_lines([a.messages])
    if a.student:
        tokenizer = Tokenizer.from_file(str(a.student / "tokenizer.json"))
    else:
        tokenizer = train_tokenizer((t for l in public + seen * 2 for t in (l.before, l.text)), a.words)
    answers = read_answers(a.answers).astype(np.float32) if a.answers else np.zeros((0, len(ACTS)), np.float32)
    public = public[: len(answers)]
    a.out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(a.out / "tokenizer.json"))
    truth = lambda ls: np.array([[act in l.acts for act in ACTS] for l in ls], np.float32)
    may = lambda ls: np.array([labelled(l) for l in ls], np.float32)
    tokens = lambda ls: [tokens_of(tokenizer, l, PLACES, BEFORE) for l in ls]
    mixed = public + seen * a.repeat
    rows, rows_unseen = tokens(mixed), tokens(unseen)
    y, m = np.concatenate([answers] + [truth(seen)] * a.repeat), may(mixed)

    form = load_minilm(a.model, len(ACTS))
    heads, width = 12, form["word"].shape[1]
    if not a.untrained:
        kept = np.load(a.teacher) if a.teacher else None
        trained = form if kept is None else jax.tree_util.tree_map_with_path(lambda path, _: kept[jax.tree_util.keystr(path)], form)
        word = words_of_teacher(tokenizer, Tokenizer.from_file(f"{a.model}/tokenizer.json"), trained["word"])
        params = smaller(trained, a.layers, a.inner, PLACES, word)
    else:
        params = new_encoder(np.random.default_rng(a.seed), tokenizer.get_vocab_size(), width, len(a.layers), len(ACTS), PLACES)
        params = smaller(params, range(len(a.layers)), a.inner, PLACES, params["word"])
    if a.student:
        earlier = np.load(a.student / "student.npz")
        params = jax.tree_util.tree_map_with_path(lambda path, _: earlier[jax.tree_util.keystr(path)], params)
    params = jax.tree.map(jnp.asarray, params)
    each = min(len(public), a.most) + len(seen) * a.repeat
    steps = a.passes * (each // a.batch + len(LENGTHS))
    rate = lambda times: optax.warmup_cosine_decay_schedule(0, a.rate * times, steps // 12, steps)
    adam = lambda times: optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate(times), weight_decay=0.01))
    kind_of = {"head": "head", "word": "word"}
    optimiser = optax.multi_transform(
        {"body": adam(1), "word": adam(3), "head": adam(10)},
        {k: jax.tree.map(lambda _: kind_of.get(k, "body"), v) for k, v in params.items()},
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

    def keep():
        flat = {jax.tree_util.keystr(k): np.asarray(v) for k, v in jax.tree_util.tree_leaves_with_path(params)}
        np.savez(a.out / "student.npz", **flat)

    began, done = time.monotonic(), 0
    if a.state.exists():
        done, params, state = pickle.loads(a.state.read_bytes())
        params, state = jax.tree.map(jnp.asarray, (params, state))
    for turn in range(done, a.passes):
        rng, key = np.random.default_rng([a.seed, turn]), jax.random.key(a.seed * 1000 + turn)
        drawn = np.concatenate([rng.permutation(len(public))[: a.most], np.arange(len(public), len(mixed))])
        losses = []
        for group, ids, parts in batches([rows[i] for i in drawn], a.batch, rng):
            key, use = jax.random.split(key)
            at = drawn[group]
            pad = ((0, a.batch - len(group)), (0, 0))
            params, state, value = step(params, state, ids, parts, np.pad(y[at], pad), np.pad(m[at], pad), use)
            losses.append(float(value))
        said = read(rows_unseen) * may(unseen)
        by_lang = {lang: [i for i, l in enumerate(unseen) if l.lang == lang] for lang in dict.fromkeys(l.lang for l in unseen)}
        print(f"pass {turn + 1}: loss {np.mean(losses):.4f}, macro F1 unseen "
              + " ".join(f"{lang} {macro_f1(truth(unseen)[at], said[at]):.3f}" for lang, at in by_lang.items())
              + f", {time.monotonic() - began:.0f} s", flush=True)
        a.state.write_bytes(pickle.dumps((turn + 1, *jax.tree.map(np.asarray, (params, state)))))
        keep()
    at = [i for i, l in enumerate(unseen) if l.lang == "en"]
    print(table(truth(unseen)[at], read(rows_unseen)[at] * may(unseen)[at]))
    keep()


if __name__ == "__main__":
    main()
