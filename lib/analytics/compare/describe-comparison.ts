import { amountWordsOf } from "../words/metric-words";
import type { ValueMetric } from "./compared-metrics";
import type { ArmComparison, ArmEstimate } from "./compare-arms";
import type { ComparedMetric } from "./compare-pair";
import { compareWithLimit } from "@/lib/stats/compare-with-rest";
import { notCertain } from "../findings/rates-apart";
import { fewCases, leastCases } from "./strata-of";
import { directionOf, signed } from "@/lib/format/share-words";
import type { Lede } from "../findings/finding-model";

/** The direction of a difference; `none` where its interval contains 0 or there is none. */
export function wayOf(difference: ArmEstimate | null): "up" | "down" | "none" {
  if (difference === null || difference.interval === null) return "none";
  return directionOf({ value: difference.value, interval: difference.interval });
}

/** What to say after a difference that is not certain at the level of everything compared. */
export function doubtOf(difference: ArmEstimate | null): string {
  if (difference === null || difference.interval === null) return "";
  const { value, interval } = difference;
  return compareWithLimit({ value, interval }, 0, 1).isCertain ? "" : notCertain;
}

/** "+4 points", "−0.71" contacts, "+400 ms", "−1,200" tokens, "+$0.02". */
export function differenceWords({ unit }: Pick<ValueMetric, "unit">, value: number): string {
  if (unit === "share") {
    return `${signed(100 * value, 0)} ${Math.round(Math.abs(100 * value)) === 1 ? "point" : "points"}`;
  }
  if (unit === "contacts") return signed(value, 2);
  if (value === 0) return "0";
  return `${value < 0 ? "−" : "+"}${amountWordsOf[unit](Math.abs(value), null)}`;
}

/** "0.82 contacts per case fewer" as the title of a metric's chart. */
export function comparedTitle(
  { metric, comparison }: ComparedMetric,
  a: string,
  b: string,
): string {
  const adjusted = differenceOf(comparison);
  if (adjusted === null) return `${metric.name}: too few similar cases to compare`;
  const way = wayOf(adjusted);
  if (way === "none") return `${metric.name}: no clear difference`;
  return `${metric.name}: ${way === "up" ? "higher" : "lower"} with ${b} than with ${a}, ${differenceWords(metric, adjusted.value)} on the same kinds of case${isTurned(comparison) ? "; at first sight it looks the other way round" : ""}${doubtOf(adjusted)}`;
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
      rest: `No kind of case has ${String(fewCases)} cases of each that are old enough to judge; ${String(leastCases)} would be better.`,
    };
  }
  if (main === undefined) {
    return {
      lead: `No clear difference between ${a} and ${b}.`,
      rest: "On the same kinds of case, no outcome clearly differs.",
    };
  }
  const { metric, comparison } = main;
  const { crude } = comparison;
  const adjusted = differenceOf(comparison);
  const lead = `${metric.name}: ${wayOf(adjusted) === "up" ? "higher" : "lower"} with ${b} than with ${a} on the same kinds of case (${differenceWords(metric, adjusted?.value ?? 0)})${doubtOf(adjusted)}.`;
  const rest =
    isTurned(comparison) && crude !== null
      ? `At first sight it looks the other way round (${differenceWords(metric, crude.value)}), because ${b} got a different mix of cases.`
      : "The two were not given the same traffic, so this is not an experiment.";
  return { lead, rest };
}
