"""Precision, recall and F1 by act. `truth` [N, A] of 0 and 1, `said` [N, A] of probabilities."""

import numpy as np

from lines import ACTS


def counts(truth, said, at=0.5):
    """True positives, false positives, false negatives, by act."""
    yes = said >= at
    real = truth > 0.5
    return (yes & real).sum(0), (yes & ~real).sum(0), (~yes & real).sum(0)


def f1_by_act(truth, said, at=0.5):
    tp, fp, fn = counts(truth, said, at)
    return 2 * tp / np.maximum(2 * tp + fp + fn, 1)


def macro_f1(truth, said, at=0.5):
    """Mean F1 of the acts that occur."""
    there = truth.sum(0) > 0
    return float(f1_by_act(truth, said, at)[there].mean())


def table(truth, said, at=0.5):
    tp, fp, fn = counts(truth, said, at)
    lines = []
    for i, act in enumerate(ACTS):
        if truth[:, i].sum() == 0 and fp[i] == 0:
            continue
        precision, recall = tp[i] / max(1, tp[i] + fp[i]), tp[i] / max(1, tp[i] + fn[i])
        lines.append(f"{act:20} n {int(truth[:, i].sum()):4}  precision {precision:.2f}  recall {recall:.2f}  "
                     f"F1 {2 * tp[i] / max(1, 2 * tp[i] + fp[i] + fn[i]):.2f}")
    return "\n".join([*lines, f"macro F1 {macro_f1(truth, said, at):.3f}"])
