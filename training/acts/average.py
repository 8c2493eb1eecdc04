"""Averages the weights of two students that one training led to: `python average.py A B SHARE OUT`, SHARE of B."""

import shutil
import sys
from pathlib import Path

import numpy as np


def main():
    one, other, share, out = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]), Path(sys.argv[4])
    a, b = np.load(one / "student.npz"), np.load(other / "student.npz")
    out.mkdir(parents=True, exist_ok=True)
    np.savez(out / "student.npz", **{k: (1 - share) * a[k] + share * b[k] for k in a.files})
    shutil.copy(one / "tokenizer.json", out / "tokenizer.json")


if __name__ == "__main__":
    main()
