"""Messages of public conversations, for a teacher to answer: what was said before, and by whom.

    python corpus.py --sets ../../../shared/data/dev/*.jsonl.gz --most 60000 --seed 1 --out messages.jsonl
"""

import argparse
import gzip
import json
import random
from pathlib import Path

AGENTS = {"assistant", "agent"}


def messages_in(row):
    """(speaker, before, text) of each message of a conversation."""
    for talk in row.get("interactions") or [row]:
        before = {"customer": "", "agent": ""}
        for message in talk.get("messages", []):
            speaker = "agent" if message["role"] in AGENTS else "customer" if message["role"] == "user" else None
            text = message.get("content")
            if speaker is None or not isinstance(text, str) or not text.strip():
                continue
            other = "customer" if speaker == "agent" else "agent"
            yield speaker, before[other], text.strip()
            before[speaker] = text.strip()


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--sets", nargs="+", type=Path, required=True)
    args.add_argument("--most", type=int, default=60_000)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--out", type=Path, required=True)
    a = args.parse_args()
    found = {}
    for path in a.sets:
        with gzip.open(path, "rt", encoding="utf8") as file:
            for speaker, before, text in (m for row in file for m in messages_in(json.loads(row))):
                found.setdefault((speaker, before, text), path.name.split(".")[1])
    by_set = {}
    for key, name in found.items():
        by_set.setdefault(name, []).append(key)
    draw = random.Random(a.seed)
    # The same share of each set, up to what it has: the largest would drown the others.
    chosen, left = [], a.most
    for at, (name, keys) in enumerate(sorted(by_set.items(), key=lambda each: len(each[1]))):
        take = min(len(keys), left // (len(by_set) - at))
        chosen += draw.sample(keys, take)
        left -= take
        print(f"{name}: {take} of {len(keys)} messages")
    draw.shuffle(chosen)
    with open(a.out, "w", encoding="utf8") as file:
        for at, (speaker, before, text) in enumerate(chosen):
            row = {"id": f"public-{at}", "lang": "en", "channel": "chat", "speaker": speaker, "before": before, "text": text, "acts": []}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
