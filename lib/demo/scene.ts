import { isTurnedFormal } from "./ai-agents";
import type { Chance } from "./chance";
import { factsAt, type CaseFacts, type Earlier } from "./facts";
import type { HandoffTopic } from "@/lib/domain/case/handoff-packet";
import type { CaseEventName } from "@/lib/domain/trace/reading";
import type { DemoCaseEvent, CaseType, Contact, DemoAgent, DemoChannel, GivenScore } from "./model";
import type { UsedTexts } from "./choose-words";
import { redact } from "./redact";
import { beginTalk, type Talk } from "./talk";

/** Subject, place and time of a contact. */
export type Scene = {
  readonly chance: Chance;
  readonly used: UsedTexts;
  readonly caseType: CaseType;
  readonly intent: string;
  readonly about: CaseFacts;
  readonly channel: DemoChannel;
  readonly agent: DemoAgent;
  readonly startUs: number;
  /** The previous contact; null for the first. */
  readonly earlier: Earlier | null;
  readonly interactionId: string;
  readonly line?: "main" | "outage";
  readonly isStripped?: boolean;
};

/** Results of a contact besides its messages. */
export type Aftermath = {
  readonly scores?: readonly GivenScore[];
  readonly csat?: number;
  /** Topics that the AI agent handed over at an escalation; absent if none. */
  readonly handedOver?: readonly HandoffTopic[];
  /** Whether an AI agent that was asked admitted to be one; null or absent if not asked. */
  readonly wasHonest?: boolean | null;
  readonly notes?: readonly Extract<CaseEventName, "note_read" | "note_written" | "escalated">[];
};

/** Generates a contact: starts a conversation with the scene's facts and calls `play` to fill it. */
export function playContact(scene: Scene, play: (talk: Talk) => Aftermath): Contact {
  const { chance, channel, agent, startUs, about, used } = scene;
  const facts = { ...about.facts, ...factsAt(chance, { atUs: startUs, earlier: scene.earlier }) };
  const isFormal = isTurnedFormal(agent, channel);
  const talk = beginTalk({ channel, startUs, agent, facts, chance, used, isFormal });
  const given = play(talk);
  const turns = channel === "sms" ? talk.turns().map((turn) => redact(turn, facts)) : talk.turns();
  const endUs = (turns.at(-1)?.atUs ?? startUs) + 4_000_000;
  const caseEvents: DemoCaseEvent[] = (given.notes ?? []).map((name) => ({
    name,
    atUs: name === "note_read" ? startUs + 1_000_000 : endUs,
  }));
  if (given.csat !== undefined) caseEvents.push({ name: "csat", atUs: endUs, csat: given.csat });
  return {
    channel,
    interactionId: scene.interactionId,
    startUs,
    endUs,
    turns,
    scores: given.scores ?? [],
    handedOver: given.handedOver ?? null,
    wasHonest: given.wasHonest ?? null,
    caseEvents,
    isStripped: scene.isStripped ?? false,
    line: scene.line ?? "main",
  };
}
