"""Chooses from which probability an act is read, and calibrates confidences, on writers that no training saw; writes what
the product reads with, and what was measured.

    python limits.py --student student/ --lines FILE… --hold-out WRITER… --out ../../lib/acts/model

`acts.onnx` is there before.

A figure is measured on each held-out writer with limits chosen on the others, so no line decides how it is counted. Other
languages than English are too few to be split: their limits are common to all, chosen on the writers of the others.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from batches import tokens_of
from lines import ACTS, CUSTOMER, read_lines
from train_student import BEFORE, PLACES

OTHERS = ("de", "nl", "fr", "it", "es", "pt")
"""Acts that acquit or accuse somebody, which are said aloud only where they are right often enough."""
GRAVE = ("c.solved c.opts_out c.asks_if_bot a.claims_done a.promises a.refuses a.denies_earlier a.says_is_ai "
         "a.claims_human a.evades a.says_recorded a.says_not_recorded").split()
"""Precision and recall that a sure reading needs; acts that are not grave need a recall of .3."""
PRECISE = {"en": (0.80, 0.60), "other": (0.75, 0.45)}


def probabilities(model: Path, tokenizer: Tokenizer, lines) -> np.ndarray:
    """Probabilities [N, A] of the shipped model, each line read alone."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model), options)
    said = np.zeros((len(lines), len(ACTS)), np.float32)
    for i, line in enumerate(lines):
        ids, parts = tokens_of(tokenizer, line, PLACES, BEFORE)
        said[i] = session.run(["acts"], {"ids": np.array(ids, np.int64), "parts": np.array(parts, np.int64)})[0]
    may = np.array([[(act in CUSTOMER) == (l.speaker == "customer") for act in ACTS] for l in lines])
    return said * may


def best_limit(y, p) -> float:
    """The probability with the best F1; between .15 and .85, so that few lines don't choose an extreme."""
    at = np.arange(0.15, 0.86, 0.05)
    f1 = [2 * (y & (p >= t)).sum() / max(1, (p >= t).sum() + y.sum()) for t in at]
    # Of several the one in the middle.
    top = np.flatnonzero(np.array(f1) >= max(f1) - 1e-9)
    return float(round(at[top[len(top) // 2]], 2))


def sure_limit(y, p, least: float, recall: float, precision: float):
    """The least probability from which an act is right often enough, counting one doubtful line against it; or None."""
    for t in np.arange(least, 0.96, 0.05):
        yes = p >= t
        if yes.sum() and ((y & yes).sum()) / (yes.sum() + 1) >= precision and (y & yes).sum() / max(1, y.sum()) >= recall:
            return float(round(t, 2))
    return None


def possible_limit(y, p, most: float) -> float:
    """The greatest probability, at most `most`, above which at least .9 of the lines that do it are."""
    return float(round(min(most, max(0.02, np.quantile(p[y], 0.1))), 2))


def calibration(y, p):
    """Scale and shift of the log-odds, by Newton's method with a weak prior for 1 and 0."""
    x = np.log(np.clip(p, 1e-6, 1 - 1e-6) / np.clip(1 - p, 1e-6, 1 - 1e-6))
    w, prior, strength = np.array([1.0, 0.0]), np.array([1.0, 0.0]), 3.0
    features = np.stack([x, np.ones_like(x)], 1)
    for _ in range(30):
        q = 1 / (1 + np.exp(np.clip(-features @ w, -50, 50)))
        gradient = features.T @ (q - y) + strength * (w - prior)
        hessian = (features * (q * (1 - q))[:, None]).T @ features + strength * np.eye(2)
        w = w - np.linalg.solve(hessian, gradient)
    return [round(float(v), 3) for v in w]


def choose(y, p, kind):
    precision, recall = PRECISE[kind]
    found = {}
    for i, act in enumerate(ACTS):
        yes = y[:, i] > 0
        limit = best_limit(yes, p[:, i])
        scale, shift = calibration(y[:, i], p[:, i])
        found[act] = {"possibleFrom": possible_limit(yes, p[:, i], limit), "likelyFrom": limit,
                      "sureFrom": sure_limit(yes, p[:, i], limit, recall if act in GRAVE else 0.3, precision), "scale": scale, "shift": shift}
    return found


def counted(y, p, limits, which):
    """True positives, said, and true, by act."""
    at = np.array([limits[a][which] if limits[a][which] is not None else 2.0 for a in ACTS])
    yes = p >= at
    return np.stack([(yes & (y > 0)).sum(0), yes.sum(0), (y > 0).sum(0)], 1)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--student", type=Path, required=True)
    args.add_argument("--lines", nargs="+", required=True)
    args.add_argument("--hold-out", nargs="+", required=True)
    args.add_argument("--out", type=Path, required=True)
    a = args.parse_args()
    lines = [l for l in read_lines(a.lines) if l.writer in a.hold_out]
    tokenizer = Tokenizer.from_file(str(a.student / "tokenizer.json"))
    p = probabilities(a.out / "acts.onnx", tokenizer, lines)
    y = np.array([[act in l.acts for act in ACTS] for l in lines], np.float32)
    limits, measured = {}, []
    for kind, langs in (("en", ("en",)), ("other", OTHERS)):
        mine = np.array([l.lang in langs for l in lines])
        chosen = choose(y[mine], p[mine], kind)
        for lang in langs:
            limits[lang] = chosen
        for writer in sorted({l.writer for l, m in zip(lines, mine) if m}):
            own = np.array([l.writer == writer for l in lines])
            lang = next(l.lang for l in lines if l.writer == writer)
            rest = mine & ~own
            held = choose(y[rest], p[rest], kind)
            possible = counted(y[own], p[own], held, "possibleFrom")
            read, sure = counted(y[own], p[own], held, "likelyFrom"), counted(y[own], p[own], held, "sureFrom")
            for i, act in enumerate(ACTS):
                measured.append({"lang": lang, "writer": writer, "act": act, "lines": int(own.sum()), "true": int(read[i][2]),
                                 "read": int(read[i][1]), "right": int(read[i][0]), "sure": int(sure[i][1]), "sureRight": int(sure[i][0]), "possible": int(possible[i][1]), "possibleRight": int(possible[i][0])})
    a.out.mkdir(parents=True, exist_ok=True)
    write = lambda name, value: (a.out / name).write_text(json.dumps(value, separators=(",", ":")) + "\n")
    write("limits.gen.json", limits)
    write("measured.gen.json", measured)
    # What this program reads in some lines of each language, for a test of the product.
    examples = [i for lang in ("en", *OTHERS) for i in [i for i, l in enumerate(lines) if l.lang == lang and len(l.text) < 300][:12]]
    write("examples.gen.json", [
        {"speaker": l.speaker, "language": l.lang, "before": l.before, "text": l.text,
         "acts": [act for j, act in enumerate(ACTS) if p[i, j] >= limits[l.lang][act]["possibleFrom"]]}
        for i, l in ((i, lines[i]) for i in examples)
    ])
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda each: each[1])
    write("vocabulary.gen.json", [piece for piece, _ in pieces])
    of = hashlib.sha256()
    for name in ("acts.onnx", "limits.gen.json", "vocabulary.gen.json"):
        of.update((a.out / name).read_bytes())
    write("model.gen.json", {"id": f"acts {of.hexdigest()[:12]}"})
    for kind, langs in (("English", ("en",)), ("other", OTHERS)):
        f1s = []
        print(f"\n{kind}: act, true, precision and recall of what is read, of what is sure, sure from, recall and share of what is possible")
        for act in ACTS:
            own = [m for m in measured if m["act"] == act and m["lang"] in langs]
            s = {k: sum(m[k] for m in own) for k in ("true", "read", "right", "sure", "sureRight", "possible", "possibleRight")}
            f1s.append(2 * s["right"] / max(1, s["read"] + s["true"]))
            ratio = lambda n, d: f"{n / d:.2f}" if d else "  - "
            print(f"{act:20} {s['true']:4} {ratio(s['right'], s['read'])} {ratio(s['right'], s['true'])}   {ratio(s['sureRight'], s['sure'])} "
                  f"{ratio(s['sureRight'], s['true'])}   {limits[langs[0]][act]['sureFrom']}  {ratio(s['possibleRight'], s['true'])} "
                  f"{s['possible'] / (sum(l.lang in langs for l in lines) / 2):.2f}{' *' if act in GRAVE else ''}")
        print(f"macro F1, counted over all of them: {np.mean(f1s):.3f}")
    for lang in ("en", *OTHERS):
        own = [m for m in measured if m["lang"] == lang]
        by_act = {act: [m for m in own if m["act"] == act] for act in ACTS}
        f1 = [2 * sum(m["right"] for m in ms) / max(1, sum(m["read"] + m["true"] for m in ms)) for ms in by_act.values() if sum(m["true"] for m in ms)]
        print(f"{lang} {np.mean(f1):.3f}")


if __name__ == "__main__":
    main()
