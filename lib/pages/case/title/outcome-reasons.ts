import type { DerivedCase } from "@/lib/domain/case/case";
import type { Outcome } from "@/lib/domain/case/outcome";
import { closedWords } from "./closed-words";
import { formatInstant } from "@/lib/format/format";
import { plainWords } from "@/lib/format/plain-words";
import { outcomeWords } from "@/lib/format/wording";

type Ended = Pick<DerivedCase, "closing" | "closure" | "reopenedUs" | "mergedInto">;

/**
 * Why a case has its outcome: the rule, then its instants.
 * @param repeatUs start of the customer's next contact about the same issue in another case, if soon
 * @param asOfUs microseconds since 1970; later events are ignored
 * @param likelyRight how often "likely resolved" is right; "" where nobody measured it
 */
export function outcomeReasons(
  ended: Ended,
  outcome: Outcome,
  repeatUs: number | null,
  asOfUs: number,
  likelyRight: string,
): string[] {
  const { closing, closure, reopenedUs, mergedInto } = ended;
  if (mergedInto !== null) {
    const kept = plainWords(mergedInto);
    return [`It was merged into ${kept}: its contacts and its outcome are counted there.`];
  }
  const reasons = [outcomeWords[outcome].meaning];
  if (outcome === "closed_likely" && likelyRight !== "") {
    reasons.push(`On public labels such verdicts are right for ${likelyRight}.`);
  }
  const isBack = repeatUs !== null && repeatUs <= asOfUs;
  if (closing === null || (isBack && closing.from === "inferred" && closing.atUs > repeatUs)) {
    if (outcome !== "unknown") reasons.push("Nobody closed it.");
  } else if (closing.atUs <= asOfUs && !(outcome === "passed_on" && closing.from === "inferred"))
    reasons.push(`${closedWords(closing, closure.method)}.`);
  if (reopenedUs !== null && reopenedUs <= asOfUs) {
    reasons.push(`It reopened on ${formatInstant(reopenedUs, "minute")}.`);
  }
  if (isBack) {
    const day = formatInstant(repeatUs, "minute");
    reasons.push(`The customer came back about the same issue on ${day}.`);
  }
  return reasons;
}
