import type { DerivedCase, Handoff } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import type { HandoffPacket, HandoffTopic } from "@/lib/domain/case/handoff-packet";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type { HandoffVerdict } from "../facets/case-facets";
import { contextsOfHandoffs, verdictsOfHandoffs } from "./verdicts-between";
import type { CaseFindings } from "./case-findings";

/** The fates of facts that mattered after a handoff. */
export const countedFates = [
  "carried",
  "asked-again",
  "said-again",
  "contradicted",
  "lost",
] as const satisfies readonly FactFate[];

export const factKinds = [
  "detail",
  "step",
  "commitment",
] as const satisfies readonly KnownFact["kind"][];

/** Facts by kind and fate, in the orders of the two lists. */
export type FactCounts = readonly (readonly number[])[];

/** A handoff of a case as one flat row. Instants and durations are microseconds. */
export type HandoffRow = {
  /** Its ordinal in the case, from 0. */
  readonly ordinal: number;
  readonly kind: Handoff["kind"];
  readonly from: Channel;
  readonly to: Channel;
  readonly fromKind: AgentKind;
  readonly toKind: AgentKind;
  readonly initiator: Handoff["initiator"];
  /** When whoever took over began. */
  readonly atUs: number;
  readonly gapUs: number;
  readonly verdict: HandoffVerdict;
  readonly facts: FactCounts;
  /** What an AI agent that passed the customer on handed over; null at every other handoff. */
  readonly packet: {
    readonly form: HandoffPacket["form"];
    readonly parts: readonly HandoffTopic[];
  } | null;
  /** Of whoever took over. */
  readonly release: string | null;
  readonly team: string | null;
  /** Context retention, 0 to 1; null without a score. */
  readonly context: number | null;
};

/** The handoffs of a case, in order. */
export function handoffRows(derived: DerivedCase, findings: CaseFindings): readonly HandoffRow[] {
  const verdicts = verdictsOfHandoffs(derived.scores);
  const contexts = contextsOfHandoffs(derived.scores);
  return derived.handoffs.map((handoff) => {
    const { ordinal, kind, fromKind, toKind, initiator, gapUs } = handoff;
    const from = derived.interactions[handoff.fromInteraction];
    const to = derived.interactions[handoff.toInteraction];
    const packet = findings.packets.find((each) => each.handoff === ordinal)?.packet;
    const facts = findings.facts.find((each) => each.handoff === ordinal)?.facts ?? [];
    return {
      ...{ ordinal, kind, fromKind, toKind, initiator, gapUs },
      from: from?.channel ?? "unknown",
      to: to?.channel ?? "unknown",
      atUs: derived.messages[handoff.atMessage]?.atUs ?? to?.startUs ?? 0,
      verdict: verdicts.get(ordinal) ?? "unknown",
      facts: factKinds.map((kindOfFact) =>
        countedFates.map(
          (fate) => facts.filter((fact) => fact.kind === kindOfFact && fact.after === fate).length,
        ),
      ),
      packet:
        packet === undefined
          ? null
          : { form: packet.form, parts: packet.parts.map(({ part }) => part) },
      release: to?.releases[0] ?? null,
      team: handoff.toTeam,
      context: contexts.get(ordinal) ?? null,
    };
  });
}
