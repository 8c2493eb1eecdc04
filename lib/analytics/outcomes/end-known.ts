import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { figuresOf } from "../ask/count";
import type { FilteredCases } from "../ask/filtered-cases";
import { shareOfCases } from "../metrics/metrics";

/** The metric that decides: the share of cases of which anything shows how they ended. */
export const endKnownMetric = "end_known_share";

/** Below this share, missing evidence says more about the traces than about the cases. */
const knownMin = 0.2;

/**
 * Whether figures of outcomes can be shown: the share of cases with closing evidence decides, not the rate. True
 * where no case can be judged yet.
 * @param known of `end_known_share`
 */
export function areEndsKnown({ hits, of }: Proportion): boolean {
  return of === 0 || hits >= knownMin * of;
}

/** Cases old enough to judge, and those of them that show how they ended. */
export function readEndKnown({ once, cases }: FilteredCases): Proportion {
  return once("ends known", () => {
    const figure = figuresOf(cases(), [shareOfCases(endKnownMetric)]).get(endKnownMetric);
    return figure?.unit === "share" ? { hits: figure.hits, of: figure.of } : { hits: 0, of: 0 };
  });
}
