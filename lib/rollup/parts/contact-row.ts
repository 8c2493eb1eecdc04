import type { DerivedCase, Interaction, Message } from "@/lib/domain/case";
import type { Channel } from "@/lib/domain/channel";
import type { ContactStyle, NoteActs } from "@/lib/domain/contact-style";
import type { AgentKind } from "@/lib/domain/identity";
import { agentsValues } from "../case-facets";
import { contactTimes } from "./contact-times";
import type { ToldCase } from "./told-case";

export type ContactAgents = (typeof agentsValues)[number];
export const initiators = ["customer", "agent", "unknown"] as const;

/** One contact of a case in one flat row. Instants and durations are microseconds. */
export type ContactRow = {
  /** The interaction's position in the case, from 0. */
  readonly ordinal: number;
  readonly channel: Channel;
  readonly startUs: number;
  readonly endUs: number;
  readonly agents: ContactAgents;
  readonly initiator: Interaction["initiator"];
  readonly isTransferred: boolean;
  /** What conversation_resolution gave it, 0 to 1; null: not scored. */
  readonly resolution: number | null;
  /** From the customer's first words to the first answer of anybody; null: nobody answered. */
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
  /** What persona_consistency gave it, 0 to 1; null: not scored. */
  readonly persona: number | null;
  /** How its AI agents spoke; null where none did. */
  readonly style: ContactStyle | null;
};

/** The contacts of a case that the customer took part in, in time order. */
export function contactRows(derived: DerivedCase, told: ToldCase): readonly ContactRow[] {
  const scores = interactionScores(derived);
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
        resolution: scores.get(`conversation_resolution ${String(ordinal)}`) ?? null,
        ...contactTimes(interaction, said),
        notes: told.notes[ordinal] ?? "unseen",
        prompt: promptOf(said),
        release: interaction.releases[0] ?? null,
        persona: scores.get(`persona_consistency ${String(ordinal)}`) ?? null,
        style: told.styles[ordinal] ?? null,
      };
    });
}

function agentsOf(kinds: readonly AgentKind[]): ContactAgents {
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

/** By evaluator and the position of the interaction. */
function interactionScores({ scores }: DerivedCase): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { evaluator, version, target, verdict } of scores) {
    if (version === "imported" || target.kind !== "interaction") continue;
    if (verdict.status !== "scored") continue;
    values.set(`${evaluator} ${String(target.ordinal)}`, verdict.value);
  }
  return values;
}
