"""How far two who labelled the same lines agree: Cohen's kappa by act.

    python agreement.py --lines lines/*.jsonl --second second/*.jsonl
"""

import argparse
import json
from pathlib import Path

from lines import ACTS, CUSTOMER, read_lines


def kappa(pairs) -> float:
    """Cohen's kappa of two answers, yes or no, to each of some questions; 1 where both always say the same."""
    n = len(pairs)
    agreed = sum(one == two for one, two in pairs) / n
    yes_one, yes_two = sum(one for one, _ in pairs) / n, sum(two for _, two in pairs) / n
    by_chance = yes_one * yes_two + (1 - yes_one) * (1 - yes_two)
    return 1.0 if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--lines", nargs="+", required=True)
    args.add_argument("--second", nargs="+", type=Path, required=True)
    a = args.parse_args()
    first = {line.id: line for line in read_lines(a.lines)}
    rows = [json.loads(row) for path in a.second for row in path.read_text("utf8").splitlines()]
    both = [(first[row["id"]], frozenset(row["acts"])) for row in rows]
    for name, part in (("English", [p for p in both if p[0].lang == "en"]), ("others", [p for p in both if p[0].lang != "en"])):
        print(f"\n{name}: {len(part)} lines, of which {sum(l.acts == acts for l, acts in part) / len(part):.2f} have the same acts")
        all_kappas = []
        for act in ACTS:
            pairs = [(act in l.acts, act in acts) for l, acts in part if (act in CUSTOMER) == (l.speaker == "customer")]
            all_kappas.append(kappa(pairs))
            print(f"{act:20} first {sum(p for p, _ in pairs):3}  second {sum(p for _, p in pairs):3}  kappa {all_kappas[-1]:.2f}")
        print(f"mean kappa {sum(all_kappas) / len(all_kappas):.2f}")


if __name__ == "__main__":
    main()
