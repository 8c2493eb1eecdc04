"""Takes questions whether somebody is a bot, and sentences like them that are none, from R-U-A-Robot (MIT): lines of
which only c.asks_if_bot is known. Its part "val" is left out: it measures.

    python bot_questions.py --set ../../../shared/data/dev/disclosure_trigger.rua.jsonl.gz --most 1500 --out rua.jsonl
"""

import argparse
import gzip
import json
import random


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--set", required=True)
    args.add_argument("--most", type=int, default=1500)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--out", required=True)
    a = args.parse_args()
    with gzip.open(a.set, "rt", encoding="utf8") as file:
        rows = [row for row in map(json.loads, file) if row["meta"]["orig_split"] == "train" and row["label"] in (0, 1)]
    with open(a.out, "w", encoding="utf8") as file:
        for row in random.Random(a.seed).sample(rows, a.most):
            line = {"id": f"rua-{row['id']}", "lang": "en", "channel": "chat", "speaker": "customer", "before": "",
                    "text": row["messages"][0]["content"], "acts": ["c.asks_if_bot"] * row["label"], "known": ["c.asks_if_bot"]}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
