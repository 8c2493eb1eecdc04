import type { Evidence, Verdict } from "./case";

/** The quotes that a verdict's reason rests on; none where it does not apply. */
export function evidenceOf(verdict: Verdict): readonly Evidence[] {
  return verdict.status === "not-applicable" ? [] : (verdict.evidence ?? []);
}
