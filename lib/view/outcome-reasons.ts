import type { CaseClosing, DerivedCase } from "@/lib/domain/case";
import type { Outcome } from "@/lib/domain/outcome";
import { formatInstant } from "./format";
import { closureMethodWords, outcomeWords } from "./wording";

type Ended = Pick<DerivedCase, "closing" | "closure" | "reopenedUs">;

/**
 * Says why a case has its outcome: the rule, then the instants it rests on.
 * @param repeatUs the customer's next case about the same issue, if it came soon
 * @param asOfUs microseconds since 1970; what lies later is left out
 */
export function outcomeReasons(
  ended: Ended,
  outcome: Outcome,
  repeatUs: number | null,
  asOfUs: number,
): string[] {
  const { closing, closure, reopenedUs } = ended;
  const reasons = [outcomeWords[outcome].meaning];
  if (closing === null) {
    if (outcome !== "unknown") reasons.push("Nobody closed it.");
  } else if (closing.atUs <= asOfUs) reasons.push(closingSentence(closing, closure.method));
  if (reopenedUs !== null && reopenedUs <= asOfUs) {
    reasons.push(`It reopened on ${formatInstant(reopenedUs, "minute")}.`);
  }
  if (repeatUs !== null && repeatUs <= asOfUs) {
    const day = formatInstant(repeatUs, "minute");
    reasons.push(`The customer came back about the same issue on ${day}.`);
  }
  return reasons;
}

function closingSentence(closing: CaseClosing, method: DerivedCase["closure"]["method"]): string {
  const at = formatInstant(closing.atUs, "minute");
  switch (closing.from) {
    case "event":
      return `Closed ${closureMethodWords[method]} on ${at}.`;
    case "record":
      return `Closed on ${at}, according to the CRM.`;
    case "inferred":
      return `Counted as closed from ${at}, because it fell silent; nobody said so.`;
  }
}
