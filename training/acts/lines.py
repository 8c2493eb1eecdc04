"""Labelled lines of support conversations, and how a line becomes tokens.

A line is `{id, lang, channel, speaker, before, text, acts, trap}`; its writer is the part of
the id before the first dash.
"""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

CUSTOMER = (
    "c.solved c.not_solved c.thanks c.accepts c.declines c.requests_action c.asks_information "
    "c.asks_for_person c.asks_if_bot c.opts_out c.complains c.frustrated c.already_said "
    "c.back_again c.told_otherwise c.consents c.refuses_consent automatic"
).split()
AGENT = (
    "a.claims_done a.promises a.offers a.states_rule a.refuses a.denies_earlier a.apologises "
    "a.asks_identity a.asks_detail a.says_is_ai a.claims_human a.evades a.says_recorded "
    "a.says_not_recorded a.transfers a.asks_to_wait a.knows_history a.closes"
).split()
ACTS = CUSTOMER + AGENT


@dataclass(frozen=True)
class Line:
    id: str
    lang: str
    channel: str
    speaker: str
    before: str
    text: str
    acts: frozenset
    known: tuple = ()
    """The only acts that were labelled; empty: all of the speaker's."""

    @property
    def writer(self) -> str:
        return self.id.split("-")[0]


def read_lines(paths) -> list[Line]:
    """All lines of some .jsonl or .jsonl.gz files, in their order; an unknown act is an error."""
    lines = []
    for path in map(Path, paths):
        opened = gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else open(path, encoding="utf8")
        with opened as file:
            for row in map(json.loads, filter(str.strip, file)):
                unknown = set(row["acts"]) - set(ACTS)
                if unknown:
                    raise ValueError(f"{path}: {row['id']} names {', '.join(sorted(unknown))}, which is no act")
                lines.append(
                    Line(row["id"], row["lang"], row["channel"], row["speaker"], row["before"] or "", row["text"],
                         frozenset(row["acts"]), tuple(row.get("known", ())))
                )
    return lines


def labelled(line: Line) -> list[bool]:
    """By act, whether a line says anything of it: the acts of its speaker, or of these the labelled ones."""
    return [(act in CUSTOMER) == (line.speaker == "customer") and (not line.known or act in line.known) for act in ACTS]
