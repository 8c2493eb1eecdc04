import { differenceOfShares, type JudgedDifference } from "@/lib/stats/compare-with-rest";
import type { ComparedSource } from "@/lib/analytics/outcomes/figure-source";

/**
 * The change of a metric's share against the previous period, clustered by customer. Used by the lede, the
 * figure and the decomposition alike.
 * @returns null: no comparison, not a share, or an empty period
 */
export function changeOfShare(
  id: string,
  { now, before }: Pick<ComparedSource, "now" | "before">,
): JudgedDifference | null {
  const [figure, other] = [now.figures.metrics.get(id), before?.figures.metrics.get(id)];
  if (figure?.unit !== "share" || other?.unit !== "share") return null;
  return differenceOfShares(figure.sums, other.sums);
}
