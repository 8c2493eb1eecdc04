import type { DerivedCase, Interaction, Message } from "@/lib/domain/case/case";
import {
  contactDisclosures,
  summaryOfStatus,
  unreadReasons,
  type CaseDisclosure,
  type ContactDisclosures,
  type UnreadReason,
} from "@/lib/domain/case/case-disclosure";
import type { Channel } from "@/lib/domain/trace/channel";
import type { ContactStyle, NoteActs } from "@/lib/domain/case/contact-style";
import type { EscalationReason } from "@/lib/domain/case/escalation-reason";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { agentsValues } from "../facets/case-facets";
import { contactTimes } from "./contact-times";
import type { CaseFindings } from "./case-findings";

export type ContactAgents = (typeof agentsValues)[number];
export const initiators = ["customer", "agent", "unknown"] as const;

/** A contact of a case as one flat row. Instants and durations are microseconds. */
export type ContactRow = {
  /** The interaction's ordinal in the case, from 0. */
  readonly ordinal: number;
  readonly channel: Channel;
  readonly startUs: number;
  readonly endUs: number;
  readonly agents: ContactAgents;
  readonly initiator: Interaction["initiator"];
  readonly isTransferred: boolean;
  /** Its conversation_resolution, 0 to 1; null: not scored. */
  readonly resolution: number | null;
  /** From the customer's first words to the first answer; null: no answer. */
  readonly answerUs: number | null;
  /** The same until a person answered. */
  readonly humanAnswerUs: number | null;
  /** See `contactTimes`. */
  readonly handledUs: number;
  readonly humanUs: number;
  readonly notes: NoteActs;
  /** Of the agents' first words with one: "support-core@v7", or the version alone. */
  readonly prompt: string | null;
  readonly release: string | null;
  /** See `Interaction`. */
  readonly team: string | null;
  /** Its persona_consistency, 0 to 1; null: not scored. */
  readonly persona: number | null;
  /** The style of its AI agents; null where none spoke. */
  readonly style: ContactStyle | null;
  /** The lowest groundedness and faithfulness of its answers, 0 to 1; null: not scored. */
  readonly grounded: number | null;
  readonly faithful: number | null;
  /** Its customer_sentiment and tone, 0 to 1; null: not scored. */
  readonly frustration: number | null;
  readonly politeness: number | null;
  readonly disclosures: ContactDisclosures;
  /** Why some rule could not be evaluated, the first reason in the order of `unreadReasons`; null: all could. */
  readonly unread: UnreadReason | null;
  /** Why an AI agent passed the customer on to a person; null where none did. */
  readonly escalation: EscalationReason | null;
  /** Its false_success, 0 or 1; null: not scored. */
  readonly falseSuccess: number | null;
};

/**
 * How far disclosure rules could be evaluated on a contact: `read`: every one that applies; `none`: none applies; else
 * why one could not be.
 */
export const contactReadings = ["read", "none", ...unreadReasons] as const;
export type ContactReading = (typeof contactReadings)[number];

export function readingOf({ disclosures, unread }: ContactRow): ContactReading {
  return unread ?? (disclosures === "none" ? "none" : "read");
}

/** The contacts of a case that the customer took part in, in time order. */
export function contactRows(derived: DerivedCase, findings: CaseFindings): readonly ContactRow[] {
  const scores = contactScores(derived);
  const scoreOf = (evaluator: string, ordinal: number) =>
    scores.get(`${evaluator} ${String(ordinal)}`) ?? null;
  const saidIn = derived.interactions.map((): Message[] => []);
  for (const message of derived.messages) saidIn[message.interaction]?.push(message);
  return derived.interactions
    .filter(({ isTouchpoint }) => isTouchpoint)
    .map((interaction) => {
      const { ordinal, channel, startUs, endUs, initiator, isTransferred } = interaction;
      const said = saidIn[ordinal] ?? [];
      return {
        ...{ ordinal, channel, startUs, endUs, initiator, isTransferred },
        agents: agentsOf(interaction.agentKinds),
        resolution: scoreOf("conversation_resolution", ordinal),
        ...contactTimes(interaction, said),
        notes: findings.notes[ordinal] ?? "unseen",
        prompt: promptOf(said),
        release: interaction.releases[0] ?? null,
        team: interaction.team,
        persona: scoreOf("persona_consistency", ordinal),
        style: findings.styles[ordinal] ?? null,
        grounded: scoreOf("groundedness", ordinal),
        faithful: scoreOf("faithfulness", ordinal),
        frustration: scoreOf("customer_sentiment", ordinal),
        politeness: scoreOf("tone", ordinal),
        disclosures: disclosuresOf(findings.disclosures, ordinal),
        unread: unreadOf(findings.disclosures, ordinal),
        escalation: findings.escalations[ordinal] ?? null,
        falseSuccess: scoreOf("false_success", ordinal),
      };
    });
}

/** Whether AI, people or both spoke. */
export function agentsOf(kinds: readonly AgentKind[]): ContactAgents {
  const [isAi, isHuman] = [kinds.includes("ai"), kinds.includes("human")];
  if (isAi && isHuman) return "both";
  if (isAi) return "ai";
  return isHuman ? "human" : "unknown";
}

function promptOf(said: readonly Message[]): string | null {
  const first = said.find(({ promptVersion }) => promptVersion !== null);
  if (first === undefined) return null;
  const { promptName, promptVersion } = first;
  return promptName === null ? promptVersion : `${promptName}@${promptVersion ?? ""}`;
}

/** The worst of a contact's disclosures. */
export function disclosuresOf(
  disclosures: readonly CaseDisclosure[],
  ordinal: number,
): ContactDisclosures {
  const ranks = disclosures
    .filter(({ interaction }) => interaction === ordinal)
    .map(({ status }) => contactDisclosures.indexOf(summaryOfStatus[status]));
  return contactDisclosures[Math.max(0, ...ranks)] ?? "none";
}

/** Why a rule could not be evaluated in a contact. */
export function unreadOf(
  disclosures: readonly CaseDisclosure[],
  ordinal: number,
): UnreadReason | null {
  const found = disclosures.filter(({ interaction }) => interaction === ordinal);
  return unreadReasons.find((reason) => found.some(({ unread }) => unread === reason)) ?? null;
}

/** By evaluator and ordinal of the interaction; of message scores the lowest. */
function contactScores({ scores, messages }: DerivedCase): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { evaluator, version, target, verdict } of scores) {
    if (version === "imported" || verdict.status !== "scored") continue;
    if (target.kind !== "interaction" && target.kind !== "message") continue;
    const ordinal =
      target.kind === "interaction" ? target.ordinal : messages[target.ordinal]?.interaction;
    const key = `${evaluator} ${String(ordinal ?? "")}`;
    values.set(key, Math.min(verdict.value, values.get(key) ?? 1));
  }
  return values;
}
