import { contextRetention } from "@/lib/evaluators/context-retention";
import { findHandoffFacts } from "@/lib/evaluators/facts/find-handoff-facts";
import { contextOf } from "@/lib/evaluators/run-evaluators";
import type { AssembledCase, Verdict } from "@/lib/domain/case";
import type { FactFate, KnownFact } from "@/lib/domain/handoff-facts";
import { caseOfRow } from "./case-of-row";
import { lineOfVerdict } from "./line-of-verdict";
import { placeInRow } from "./place-in-row";
import type { FoundEvent } from "./score-line";
import type { Scorer } from "./scorer";

const eventByFate: Partial<Record<FactFate, FoundEvent["type"]>> = {
  "asked-again": "reask",
  contradicted: "contradict",
  lost: "lost",
};

/** Whether everything that was known before a switch was kept after it, and what was not. */
export const scoreContextRetention: Scorer = (row) => {
  const assembled = caseOfRow(row);
  const context = contextOf(assembled);
  const facts = findHandoffFacts(assembled)
    .flatMap((handoff) => handoff.facts)
    .filter(({ kind }) => kind !== "commitment");
  const events = facts.flatMap((fact) => eventOf(fact, assembled));
  const verdicts = assembled.handoffs.map((handoff) => contextRetention.evaluate(handoff, context));
  const worst = worstOf(verdicts);
  const value = events.length > 0 ? 0.1 : 0.7;
  return { id: row.id, ...lineOfVerdict(worst, assembled, value), events };
};

function worstOf(verdicts: readonly Verdict[]): Verdict {
  const scored = verdicts.filter((verdict) => verdict.status === "scored");
  const worst = scored.toSorted((a, b) => a.value - b.value)[0] ?? verdicts[0];
  return worst ?? { status: "not-applicable", because: "There was no handoff." };
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
