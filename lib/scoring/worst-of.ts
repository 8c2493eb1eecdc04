import type { Verdict } from "@/lib/domain/case/case";
import type { Evaluator } from "@/lib/evaluators/contract";

/** The worst of the scored verdicts on a row's handoffs; without one the first verdict. */
export function worstOf(verdicts: readonly Verdict[], direction: Evaluator["direction"]): Verdict {
  const sign = direction === "higher-is-better" ? 1 : -1;
  const scored = verdicts.filter((verdict) => verdict.status === "scored");
  const worst = scored.toSorted((a, b) => sign * (a.value - b.value))[0] ?? verdicts[0];
  return worst ?? { status: "not-applicable", because: "There was no handoff." };
}
