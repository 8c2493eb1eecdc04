"""Lines as token ids, in batches of about one length. Shapes: B lines, T tokens."""

import numpy as np

LENGTHS = (16, 32, 48, 64, 96, 128)


def tokens_of(tokenizer, line, longest: int = 128, most_before: int = 40):
    """Ids and parts of `[CLS] speaker before [SEP] text [SEP]`: the end of what came before, the start of the text."""
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    plain = lambda s: tokenizer.encode(s, add_special_tokens=False).ids
    before, text = plain(line.before)[-most_before:], plain(line.text)
    head = [cls, *plain(line.speaker), *before, sep]
    body = text[: longest - len(head) - 1] + [sep]
    return head + body, [0] * len(head) + [1] * len(body)


def batches(rows, size, rng):
    """Batches of rows of about one length, padded to one of LENGTHS; in a drawn order if there is a generator."""
    order = np.arange(len(rows)) if rng is None else rng.permutation(len(rows))
    by_length = {}
    for i in order:
        n = next(l for l in LENGTHS if len(rows[i][0]) <= l)
        by_length.setdefault(n, []).append(i)
    found = [(n, group[at : at + size]) for n, group in by_length.items() for at in range(0, len(group), size)]
    for j in range(len(found)) if rng is None else rng.permutation(len(found)):
        n, group = found[j]
        ids, parts = np.zeros((size, n), np.int32), np.zeros((size, n), np.int32)
        for r, i in enumerate(group):
            ids[r, : len(rows[i][0])] = rows[i][0]
            parts[r, : len(rows[i][1])] = rows[i][1]
        yield np.array(group), ids, parts
