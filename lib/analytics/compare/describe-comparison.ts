import type { Metric } from "../metrics/metric";
import type { ArmComparison, ArmEstimate } from "./compare-arms";
import type { ComparedMetric } from "./compare-pair";
import { fewCases, leastCases } from "./strata-of";
import { directionOf, signed } from "@/lib/format/share-words";
import type { Lede } from "../findings/finding-model";

/** The direction of a difference; `none` where its interval contains 0 or there is none. */
export function wayOf(difference: ArmEstimate | null): "up" | "down" | "none" {
  if (difference === null || difference.interval === null) return "none";
  return directionOf({ value: difference.value, interval: difference.interval });
}

/** "+4 points" or "−0.71 contacts". */
export function differenceWords({ unit }: Pick<Metric, "unit">, value: number): string {
  return unit === "share"
    ? `${signed(100 * value, 0)} ${Math.round(Math.abs(100 * value)) === 1 ? "point" : "points"}`
    : signed(value, 2);
}

/** "0.82 contacts a case fewer" as the title of a metric's chart. */
export function comparedTitle(
  { metric, comparison }: ComparedMetric,
  a: string,
  b: string,
): string {
  const adjusted = differenceOf(comparison);
  if (adjusted === null) return `${metric.name}: no kind of case has enough of both`;
  const way = wayOf(adjusted);
  if (way === "none") return `${metric.name}: compatible with no change`;
  return `${metric.name}: ${b} ${way === "up" ? "higher" : "lower"} than ${a}, ${differenceWords(metric, adjusted.value)} on the same kinds of case${isTurned(comparison) ? "; at first sight it looks the other way round" : ""}`;
}

function differenceOf({ adjusted }: ArmComparison): ArmEstimate | null {
  return adjusted?.difference ?? null;
}

/** Whether the crude difference points the other way than the adjusted one. */
function isTurned(comparison: ArmComparison): boolean {
  const { crude } = comparison;
  const adjusted = differenceOf(comparison);
  if (crude === null || adjusted === null) return false;
  return wayOf(adjusted) !== "none" && Math.sign(crude.value) === -Math.sign(adjusted.value);
}

/** Whether any kind of case has enough of both arms. */
export function isAnyCompared(all: readonly ComparedMetric[]): boolean {
  return all.some(({ comparison }) => comparison.adjusted !== null);
}

/** The finding of the Compare page: a reversal by adjustment first, else what clearly differs. */
export function prepareCompareLede(all: readonly ComparedMetric[], a: string, b: string): Lede {
  const clear = all.filter(({ comparison }) => wayOf(differenceOf(comparison)) !== "none");
  const main = clear.find(({ comparison }) => isTurned(comparison)) ?? clear[0];
  if (!isAnyCompared(all)) {
    return {
      lead: `${a} and ${b} cannot be compared yet.`,
      rest: `No kind of case has ${String(fewCases)} matured cases of both; ${String(leastCases)} are asked for.`,
    };
  }
  if (main === undefined) {
    return {
      lead: `What ${b} does is compatible with no change against ${a}.`,
      rest: "No outcome clearly differs on the same kinds of case.",
    };
  }
  const { metric, comparison } = main;
  const { crude } = comparison;
  const adjusted = differenceOf(comparison);
  const lead = `${metric.name}: ${b} is ${wayOf(adjusted) === "up" ? "higher" : "lower"} than ${a} on the same kinds of case (${differenceWords(metric, adjusted?.value ?? 0)}).`;
  const rest =
    isTurned(comparison) && crude !== null
      ? `At first sight it looks the other way round (${differenceWords(metric, crude.value)}): ${b} got another mix of cases.`
      : "Traffic differs between the two, so this is no experiment.";
  return { lead, rest };
}
