import { z } from "zod";
import { contextRetention } from "@/lib/evaluators/context-retention/context-retention";
import { findHandoffFacts } from "@/lib/evaluators/facts/find-handoff-facts";
import { contextOf } from "@/lib/evaluators/run-evaluators";
import type { AssembledCase, Verdict } from "@/lib/domain/case/case";
import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import { caseOfRow } from "./case-of-row";
import stored from "@/lib/evaluators/facts/kept.gen.json";
import type { Row } from "./row";
import { lineOfVerdict } from "./line-of-verdict";
import { placeInRow } from "./place-in-row";
import { worstOf } from "./worst-of";
import type { FoundEvent } from "./score-line";
import type { Scorer } from "./scorer";

const eventByFate: Partial<Record<FactFate, FoundEvent["type"]>> = {
  "asked-again": "reask",
  contradicted: "contradict",
  lost: "lost",
};

/** Share of rows without a loss, by what was observed after the handoffs. */
export const keptSharesSchema = z.object({
  failed: z.number(),
  carried: z.number(),
  untouched: z.number(),
});
export type KeptShares = Readonly<z.infer<typeof keptSharesSchema>>;

/** What is observed in a row: something not kept, something carried over, or neither. */
export function seenOf(row: Row): keyof KeptShares {
  return readRow(row).seen;
}

/** Creates a scorer of whether everything known before a handoff was kept, and what was not. */
export function createContextRetentionScorer(shares: KeptShares): Scorer {
  return (row) => {
    const { assembled, events, seen, worst } = readRow(row);
    const verdict: Verdict =
      worst.status === "not-applicable" && assembled.handoffs.length > 0
        ? { ...worst, status: "scored", value: 1, evidence: [] }
        : worst;
    return { id: row.id, ...lineOfVerdict(verdict, assembled, shares[seen]), events };
  };
}

/** `createContextRetentionScorer` with the shipped shares. */
export const scoreContextRetention = createContextRetentionScorer(keptSharesSchema.parse(stored));

function readRow(row: Row) {
  const assembled = caseOfRow(row);
  const context = contextOf(assembled);
  const facts = findHandoffFacts(assembled)
    .flatMap((handoff) => handoff.facts)
    .filter(({ kind }) => kind !== "commitment");
  const events = facts.flatMap((fact) => eventOf(fact, assembled));
  const verdicts = assembled.handoffs.map((handoff) => contextRetention.evaluate(handoff, context));
  const worst = worstOf(verdicts, "higher-is-better");
  const quiet = worst.status === "scored" ? "carried" : "untouched";
  return { assembled, events, worst, seen: events.length > 0 ? "failed" : quiet } as const;
}

function eventOf(
  { after, seen }: KnownFact,
  assembled: Pick<AssembledCase, "messages">,
): readonly FoundEvent[] {
  const type = eventByFate[after];
  if (type === undefined || seen === null || !("message" in seen)) return [];
  const { interaction, message } = placeInRow(seen, assembled);
  return [{ type, interaction, message }];
}
