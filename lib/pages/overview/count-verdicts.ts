import { outcomes, type Outcome } from "@/lib/domain/case/outcome";
import type { CaseTally, Verdicts } from "@/lib/analytics/outcomes/tally-cases";

/** Counts cases by outcome set and stated outcome. */
export function countVerdicts(
  { byVerdict, verdicts }: CaseTally,
  name: keyof Verdicts,
  value: string,
  ended: readonly Outcome[],
): number {
  const places = ended.map((outcome) => outcomes.indexOf(outcome));
  return verdicts.reduce((sum, each, group) => {
    if (each[name] !== value) return sum;
    return places.reduce((all, at) => all + (byVerdict[group * outcomes.length + at] ?? 0), sum);
  }, 0);
}
