import type { JudgedItem } from "@/lib/domain/gate/judged-cohort";
import type { GatePolicy } from "@/lib/domain/gate/policy";
import type { Run } from "@/lib/domain/gate/run";
import type { PairedFigures } from "@/lib/domain/gate/verdict";
import { pairResults } from "./pair-results";
import { isCrossChannel, scoreItems } from "./score-items";

/** Two runs of one cohort, scored by one evaluator. */
export type Compared = {
  readonly items: readonly JudgedItem[];
  readonly candidate: Run;
  readonly baseline: Run;
  readonly metric: string;
  readonly scope: GatePolicy["scope"];
};

/**
 * Compares two runs on a part of the cases in scope.
 * @param isIn which of the cases
 * @returns null where none of them was scored in both runs
 */
export function compareRuns(
  { items, candidate, baseline, metric, scope }: Compared,
  isIn: (item: JudgedItem) => boolean = () => true,
): PairedFigures | null {
  const [after, before] = [candidate, baseline].map(
    (run) => scoreItems(items, run, metric, "").results,
  );
  return pairResults(
    after ?? [],
    before ?? [],
    ({ item }) => (scope === "all" || isCrossChannel(item)) && isIn(item),
  );
}
