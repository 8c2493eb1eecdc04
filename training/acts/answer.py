"""A teacher's answers to messages: probabilities [N, A], kept in pieces, so that a run that was stopped goes on.

    python answer.py --model FOLDER --teacher teacher.npz --messages messages.jsonl --out answers/
"""

import argparse
import re
from pathlib import Path

import jax
import numpy as np
from tokenizers import Tokenizer

from batches import batches, tokens_of
from encoder import load_minilm, logits
from lines import ACTS, read_lines

PIECE = 2048


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--model", required=True)
    args.add_argument("--teacher", required=True)
    args.add_argument("--messages", required=True)
    args.add_argument("--out", type=Path, required=True)
    a = args.parse_args()
    tokenizer = Tokenizer.from_file(f"{a.model}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    kept = np.load(a.teacher)
    form = load_minilm(a.model, len(ACTS))
    params = jax.tree_util.tree_map_with_path(lambda path, _: kept[jax.tree_util.keystr(path)], form)
    answer = jax.jit(lambda p, ids, parts: jax.nn.sigmoid(logits(p, ids, parts, 12)))
    lines = read_lines([a.messages])
    a.out.mkdir(parents=True, exist_ok=True)
    for at in range(0, len(lines), PIECE):
        file = a.out / f"{at:07}.npy"
        if file.exists():
            continue
        rows = [tokens_of(tokenizer, line) for line in lines[at : at + PIECE]]
        said = np.zeros((len(rows), len(ACTS)), np.float16)
        for group, ids, parts in batches(rows, 32, None):
            said[group] = np.asarray(answer(params, ids, parts))[: len(group)]
        np.save(file, said)
        print(f"{at + len(rows)} of {len(lines)}", flush=True)


def read_answers(folder: Path) -> np.ndarray:
    """All pieces, in their order."""
    return np.concatenate([np.load(f) for f in sorted(folder.iterdir()) if re.fullmatch(r"\d{7}\.npy", f.name)])


if __name__ == "__main__":
    main()
