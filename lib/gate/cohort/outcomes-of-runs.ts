import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { Run } from "@/lib/domain/gate/run";
import { isCrossChannel, scoreItems } from "../score-items";
import type { HealthInput } from "./cohort-health";

/**
 * What runs of a cohort show of it: the latest run's outcomes, and how many cases in scope became better since the one
 * before.
 * @param runs the latest first
 * @param metric the evaluator that decides
 */
export function outcomesOfRuns(
  items: readonly CohortItem[],
  runs: readonly Run[],
  metric: string,
): Pick<HealthInput, "outcomes" | "changes"> {
  const [latest, before] = runs.map(({ release, ...run }) => ({
    release,
    resolved: new Map(
      scoreItems(items, { release, ...run }, metric, "").results.flatMap(({ item, resolved }) =>
        resolved === null ? [] : [[item.id, resolved] as const],
      ),
    ),
  }));
  if (latest === undefined || latest.resolved.size === 0) return { outcomes: null, changes: null };
  if (before === undefined) return { outcomes: latest, changes: null };
  const both = items.filter(
    (item) => isCrossChannel(item) && latest.resolved.has(item.id) && before.resolved.has(item.id),
  );
  const isFixed = ({ id }: CohortItem) =>
    latest.resolved.get(id) === true && before.resolved.get(id) === false;
  const runsCompared = `${before.release} and ${latest.release}`;
  return {
    outcomes: latest,
    changes:
      both.length === 0
        ? null
        : { runs: runsCompared, fixed: both.filter(isFixed).length, of: both.length },
  };
}
