import type { DerivedCase, Interaction, Message, Score } from "@/lib/domain/case/case";
import {
  evaluatorEntry,
  readScore,
  type ScoreBand,
} from "@/lib/domain/quality/evaluator-catalogue";
import { ratingsByContact } from "../title/ratings";
import type { Tone } from "@/lib/format/wording";
import type { AgentStretch, TimelineContact } from "./timeline-model";
import { contact } from "../words/timeline";

/** Drawn length of a contact without duration. */
const leastUs = 1_000_000;
const turnsMax = 240;
const resolution = "conversation_resolution";

const tones: Readonly<Record<ScoreBand, Tone>> = { good: "pass", middling: "warn", bad: "fail" };

/** A case's contacts as bars: turns, agents and ending. */
export function contactItems(derived: DerivedCase): readonly TimelineContact[] {
  const messages = derived.interactions.map((): Message[] => []);
  for (const message of derived.messages) messages[message.interaction]?.push(message);
  const ends = endsOf(derived.scores);
  const ratings = ratingsByContact(derived);
  return derived.interactions.map((interaction, index) => {
    const turns = messages[index] ?? [];
    const fromUs = interaction.startUs;
    const toUs = Math.max(interaction.endUs, fromUs + leastUs);
    return {
      id: `c${interaction.ordinal}`,
      ordinal: interaction.ordinal,
      channel: interaction.channel,
      fromUs,
      toUs,
      stretches: stretchesOf(interaction, turns, fromUs, toUs),
      agentTurnsUs: turnsOf(turns, "agent"),
      customerTurnsUs: turnsOf(turns, "customer"),
      end: ends.get(interaction.ordinal) ?? { tone: "none", words: contact.notScored },
      csat: ratings.get(interaction.ordinal) ?? null,
      isSkewed: isSkewed(interaction, turns),
    };
  });
}

function endsOf(scores: readonly Score[]): ReadonlyMap<number, TimelineContact["end"]> {
  const entry = evaluatorEntry(resolution);
  const ends = new Map<number, TimelineContact["end"]>();
  for (const { evaluator, version, target, verdict } of scores) {
    if (
      version === "imported" ||
      evaluator !== resolution ||
      target.kind !== "interaction" ||
      entry === null
    )
      continue;
    if (verdict.status !== "scored") {
      ends.set(target.ordinal, { tone: "none", words: verdict.status.replace("-", " ") });
      continue;
    }
    const { band, says } = readScore(entry, verdict.value);
    ends.set(target.ordinal, { tone: tones[band], words: `${says} ${verdict.value.toFixed(2)}` });
  }
  return ends;
}

/** Agent segments: from an agent kind's first turn to the next kind's. */
function stretchesOf(
  interaction: Interaction,
  turns: readonly Message[],
  fromUs: number,
  toUs: number,
): readonly AgentStretch[] {
  const changes: { kind: AgentStretch["kind"]; fromUs: number }[] = [];
  for (const { speaker, agentKind, atUs } of turns) {
    if (speaker !== "agent" || changes.at(-1)?.kind === agentKind) continue;
    const isFirst = changes.length === 0;
    const beginUs = Math.max(atUs, changes.at(-1)?.fromUs ?? fromUs);
    changes.push({ kind: agentKind, fromUs: isFirst ? fromUs : Math.min(beginUs, toUs) });
  }
  if (changes.length === 0) return [{ kind: interaction.agentKinds[0] ?? null, fromUs, toUs }];
  return changes.map((change, at) => ({ ...change, toUs: changes[at + 1]?.fromUs ?? toUs }));
}

function turnsOf(turns: readonly Message[], speaker: Message["speaker"]): readonly number[] {
  const timesUs = turns.filter((turn) => turn.speaker === speaker).map(({ atUs }) => atUs);
  const step = Math.max(1, Math.ceil(timesUs.length / turnsMax));
  return timesUs.filter((_, index) => index % step === 0);
}

/** Messages out of time order, or outside their contact. */
function isSkewed(interaction: Interaction, turns: readonly Message[]): boolean {
  return (
    interaction.endUs < interaction.startUs ||
    turns.some(({ atUs }, index) => atUs < (turns[index - 1]?.atUs ?? atUs)) ||
    turns.some(({ atUs }) => atUs < interaction.startUs || atUs > interaction.endUs)
  );
}
