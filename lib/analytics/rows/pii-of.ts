import type { Score } from "@/lib/domain/case/case";
import { casePii, type CasePii } from "@/lib/domain/case/case-pii";
import { isCritical } from "@/lib/domain/privacy/personal-values";

/** The worst state of personal data in a case's spans. */
export function piiOf(scores: readonly Score[]): CasePii {
  const ranks = scores
    .filter(
      ({ evaluator, version }) => evaluator === "redaction_coverage" && version !== "imported",
    )
    .map((score) => casePii.indexOf(piiOfSpan(score)));
  return casePii[Math.max(0, ...ranks)] ?? "none";
}

function piiOfSpan({ verdict }: Score): CasePii {
  if (verdict.status === "not-applicable") return "none";
  if (verdict.status === "not-scorable") return "unread";
  const leaked = verdict.evidence.flatMap((each) => ("span" in each ? (each.leaked ?? []) : []));
  if (leaked.length === 0) return "redacted";
  return leaked.some(({ type }) => isCritical(type)) ? "critical" : "leaked";
}
