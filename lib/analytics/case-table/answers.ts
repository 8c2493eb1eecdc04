import { contactDisclosures } from "@/lib/domain/case/case-disclosure";
import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import { escalationReasons } from "@/lib/domain/case/escalation-reason";
import { agentsValues } from "../facets/case-facets";
import type { ContactRow } from "../rows/contact-row";
import { numberer, type DimensionGroup, type Coded } from "./coding";

export const answerLists = {
  agents: agentsValues,
  /** Whether every answer is backed by tool results. */
  grounded: ["none", "low", "high"],
  faithful: ["none", "low", "high"],
  mood: ["unknown", "calm", "frustrated"],
  tone: ["unknown", "impolite", "polite"],
  disclosures: contactDisclosures,
  /** Why an AI agent passed the customer on; `none` where none did. */
  escalation: ["none", ...escalationReasons],
  /** Of a contact in which an act failed: whether the agent called it done. */
  falseSuccess: ["none", "no", "yes"],
} as const;

/** Dimension values of how a contact was answered. */
export type AnswerValues = Coded<typeof answerLists>;

const numberAnswer = numberer(answerLists);

/** Encodes how a contact was answered, which does not depend on `asOf`. @param place its row */
export function encodeAnswers(
  { codes, combinations }: DimensionGroup<AnswerValues>,
  place: number,
  row: ContactRow,
): void {
  codes[place] = numberAnswer(combinations, {
    agents: agentsValues.indexOf(row.agents),
    grounded: bandOf(row.grounded, bandLimits("groundedness").high),
    faithful: bandOf(row.faithful, bandLimits("faithfulness").high),
    mood: bandOf(row.frustration, bandLimits("customer_sentiment").high),
    tone: bandOf(row.politeness, bandLimits("tone").high),
    disclosures: Math.max(0, contactDisclosures.indexOf(row.disclosures)),
    escalation: row.escalation === null ? 0 : 1 + escalationReasons.indexOf(row.escalation),
    falseSuccess: bandOf(row.falseSuccess, bandLimits("false_success").high),
  });
}

/** 0 without a score, 2 from the threshold on, else 1. */
function bandOf(value: number | null, from: number): number {
  return (value ?? NaN) >= from ? 2 : (value ?? NaN) < from ? 1 : 0;
}
