import type { DerivedCase } from "@/lib/domain/case/case";
import type { Outcome } from "@/lib/domain/case/outcome";
import { closedSentence } from "./closed-sentence";
import { formatInstant } from "@/lib/format/format";
import { plainWords } from "@/lib/format/plain-words";
import { outcomeWords } from "@/lib/format/wording";
import { closings, reasons as words } from "../words/outcome";

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
  if (mergedInto !== null) return [words.merged(plainWords(mergedInto))];
  const reasons = [outcomeWords[outcome].meaning];
  if (outcome === "closed_likely" && likelyRight !== "") {
    reasons.push(words.likelyRight(likelyRight));
  }
  const isBack = repeatUs !== null && repeatUs <= asOfUs;
  if (closing === null || (isBack && closing.from === "inferred" && closing.atUs > repeatUs)) {
    if (outcome !== "unknown") reasons.push(`${closings.notClosed}.`);
  } else if (closing.atUs <= asOfUs && !(outcome === "passed_on" && closing.from === "inferred"))
    reasons.push(`${closedSentence(closing, closure.method)}.`);
  if (reopenedUs !== null && reopenedUs <= asOfUs) {
    reasons.push(words.reopened(formatInstant(reopenedUs, "minute")));
  }
  if (isBack) {
    reasons.push(words.cameBack(formatInstant(repeatUs, "minute")));
  }
  return reasons;
}
