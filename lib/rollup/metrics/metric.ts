import type { CaseStanding } from "../case-table/standings";
import type { Columns } from "../case-table/columns";

/** What the dictionary puts under one heading, in its order. */
export const metricGroups = ["resolution", "contacts", "time", "experience"] as const;
export type MetricGroup = (typeof metricGroups)[number];

/** Some of the cases, in words and as a question to each of them. */
export type CasePredicate = {
  /** After a count: "cases resolved with evidence". */
  readonly words: string;
  readonly is: (standing: CaseStanding) => boolean;
};

/**
 * One metric: what its figure is computed from, its lists are filtered by and its entry in the
 * dictionary says. A predicate is asked of what those before it leave: the denominator first, then
 * who is waiting, then who is unknown; the numerator of the denominator only.
 */
type MetricOfCases = {
  /** As in addresses. */
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly group: MetricGroup;
  readonly direction: "higher-is-better" | "lower-is-better" | "neither";
  readonly denominator: CasePredicate;
  /** Cases that cannot be counted yet and may be later; null where none have to wait. */
  readonly waiting: CasePredicate | null;
  /** Cases that belong to the denominator if only one knew; null where one always knows. */
  readonly unknown: CasePredicate | null;
  /** What is left out beside duplicates, which are counted in the case they were merged into; null: nothing. */
  readonly exclusions: string | null;
  /** What one may take it for and must not; null where there is nothing. */
  readonly caution: string | null;
  /** Rises whenever the same cases could give another figure. */
  readonly version: number;
};

/** A share of cases. */
export type ShareMetric = MetricOfCases & {
  readonly unit: "share";
  readonly numerator: CasePredicate;
};

/** An amount that each case of the denominator has. */
export type AmountMetric = MetricOfCases & {
  readonly unit: "contacts" | "microseconds";
  /** What is told first. A long tail moves a mean. */
  readonly told: "mean" | "median";
  readonly amount: {
    readonly words: string;
    readonly of: (columns: Columns, key: number) => number;
  };
};

export type Metric = ShareMetric | AmountMetric;

/** Parts of a metric whose cases can be listed. */
export const metricParts = ["numerator", "denominator", "waiting", "unknown"] as const;
export type MetricPart = (typeof metricParts)[number];

/** A part of a metric, by the metric's id. */
export type MetricChoice = { readonly id: string; readonly part: MetricPart };

/** What a part of a metric is; null where the metric has none. */
export function partOf(metric: Metric, part: MetricPart): CasePredicate | null {
  if (part === "numerator") return metric.unit === "share" ? metric.numerator : null;
  return metric[part];
}
