import type { Message, Verdict } from "@/lib/domain/case/case";
import { sentenceCase } from "@/lib/domain/sentence-case";
import type { JudgedAnswer } from "./judge-answer";
import type { JudgedClaim } from "./judge-claim";

/** Whether an answer of this value is more likely supported than not; only others have contradicted claims. */
export function isSupported(value: number): boolean {
  return value >= 0.5;
}

/** Creates an answer's verdict from its claims; the evidence is the worst claim. */
export function verdictOfClaims(
  message: Message,
  { claims, unknowns, unread }: JudgedAnswer,
  { value, source }: { readonly value: number; readonly source: string },
): Verdict {
  if (claims.length === 0 && unknowns === 0) {
    return { status: "not-applicable", because: "The message asserts nothing." };
  }
  const worst = claims.toSorted((a, b) => rankOf(a) - rankOf(b))[0];
  const evidence =
    worst === undefined
      ? []
      : [{ message: message.ordinal, start: worst.claim.start, end: worst.claim.end }];
  const rest = unread === 0 ? "" : ` ${String(unread)} more were not compared.`;
  const because = reasonOf(claims, worst, { value, source }) + rest;
  return { status: "scored", value: Math.round(value * 1e4) / 1e4, because, evidence };
}

function reasonOf(
  claims: readonly JudgedClaim[],
  worst: JudgedClaim | undefined,
  { value, source }: { readonly value: number; readonly source: string },
): string {
  if (worst === undefined) return "It only says that it does not know.";
  const supported = claims.filter(({ status }) => status === "supported").length;
  const all = claims.length;
  const head = sentenceCase(source);
  const share = `${String(Math.round(worst.support * 100))} %`;
  if (isSupported(value) ? supported === 0 : supported === all) {
    return isSupported(value)
      ? `${head} say most of what it claims; of the least covered claim they have ${share} of the words.`
      : `${head} have most of the words of ${all === 1 ? "the claim" : `all ${String(all)} claims`}, but hardly say the same.`;
  }
  const count = `${head} support ${String(supported)} of ${String(all)} claims`;
  if (worst.status === "supported") return `${count}.`;
  if (worst.status === "contradicted" && !isSupported(value))
    return `${count}; one is contradicted.`;
  const missing = worst.missing.slice(0, 3).map((each) => `“${each}”`);
  if (missing.length > 0)
    return `${count}; the worst names ${missing.join(", ")}, which they do not.`;
  return `${count}; of the worst they have ${share} of the words.`;
}

/** Contradicted claims first, then by ascending support. */
function rankOf({ status, support }: JudgedClaim): number {
  return { contradicted: 0, unsupported: 1, supported: 2 }[status] + support / 2;
}
