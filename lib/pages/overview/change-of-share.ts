import { effectiveShare } from "@/lib/stats/proportions/clustered-share";
import { newcombeDifference, type Difference } from "@/lib/stats/proportions/newcombe-difference";
import type { ComparedSource } from "@/lib/analytics/outcomes/figure-source";

/**
 * How a metric's share differs from that of the period before, what one customer has taken together: the one
 * answer of the sentence, the figure and what the change is made of.
 * @returns null where nothing is compared, the metric is no share, or a period has nothing to judge
 */
export function changeOfShare(
  id: string,
  { now, before }: Pick<ComparedSource, "now" | "before">,
): Difference | null {
  const [figure, other] = [now.figures.metrics.get(id), before?.figures.metrics.get(id)];
  if (figure?.unit !== "share" || other?.unit !== "share") return null;
  return newcombeDifference(effectiveShare(figure.sums), effectiveShare(other.sums));
}
