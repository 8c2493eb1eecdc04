"""How unlike writers are: four-word runs that two of them share, and how well a counter of letters tells them apart.

    python writers.py lines/*.jsonl
"""

import re
import sys
from collections import Counter, defaultdict
from itertools import combinations
from math import log

from lines import read_lines


def runs(text: str) -> set:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", text.lower())
    return {tuple(words[i : i + 4]) for i in range(len(words) - 3)}


def letters(text: str):
    """Runs of four characters, marks and case as they were typed."""
    return (text[i : i + 4] for i in range(len(text) - 3))


def told_apart(by_writer) -> float:
    """Share of lines given to their writer by naive Bayes over letters, each fifth of the lines read by the rest."""
    right = total = 0
    for fold in range(5):
        seen = {w: Counter(g for i, t in enumerate(texts) if i % 5 != fold for g in letters(t)) for w, texts in by_writer.items()}
        sizes = {w: sum(c.values()) for w, c in seen.items()}
        known = len(set().union(*seen.values()))
        for writer, texts in by_writer.items():
            for i, text in enumerate(texts):
                if i % 5 != fold:
                    continue
                grams = list(letters(text))
                score = lambda w: sum(log((seen[w][g] + 0.1) / (sizes[w] + 0.1 * known)) for g in grams)
                right += max(seen, key=score) == writer
                total += 1
    return right / total


def main():
    by_lang = defaultdict(lambda: defaultdict(list))
    for line in read_lines(sys.argv[1:]):
        by_lang[line.lang][line.writer].append(line.text)
    for lang, by_writer in by_lang.items():
        own = {w: set().union(*map(runs, texts)) for w, texts in by_writer.items()}
        shared = {(a, b): len(own[a] & own[b]) / min(len(own[a]), len(own[b])) for a, b in combinations(own, 2)}
        most = max(shared, key=shared.get)
        print(f"{lang}: {len(by_writer)} writers, {sum(map(len, by_writer.values()))} lines; told apart {told_apart(by_writer):.2f} "
              f"(by chance {1 / len(by_writer):.2f}); most shared four-word runs {shared[most]:.2%} ({most[0]}, {most[1]})")


if __name__ == "__main__":
    main()
