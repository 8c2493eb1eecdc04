import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import type { Interval } from "@/lib/stats/interval";
import type { Estimate } from "@/lib/stats/proportions/standardise";
import type { AmountMetric } from "./metric";

/** Counts of a figure: the denominator, waiting and unknown. */
export type FigureCases = {
  /** The denominator. */
  readonly of: number;
  readonly waiting: number;
  readonly unknown: number;
};

export type ShareFigure = FigureCases & {
  readonly unit: "share";
  readonly hits: number;
  /** Null where there is nothing to count. */
  readonly share: Estimate | null;
  /** Sums by customer, for its interval and differences. */
  readonly sums: ClusterSums;
  /** The share if none, or all, of the unknown were hits; null where none are unknown. */
  readonly bounds: Interval | null;
  /** How much of the denominator its evaluator decides; null where none does. */
  readonly decided: number | null;
};

/** A share of smaller things; `sums` has how many there are. */
export type RatioFigure = FigureCases & {
  readonly unit: "ratio";
  readonly share: Estimate | null;
  readonly sums: ClusterSums;
};

export type AmountFigure = FigureCases & {
  readonly unit: AmountMetric["unit"];
  /** Null where too few cases have an amount. */
  readonly mean: Estimate | null;
  readonly median: number | null;
  readonly medianInterval: Interval | null;
  readonly p90: number | null;
  /** The base of the mean, where that is not the count: how many, and their sum. */
  readonly per: { readonly count: number; readonly total: number } | null;
  /** ISO 4217; null where it is not money, or costs are unknown. */
  readonly currency: string | null;
};

export type Figure = ShareFigure | RatioFigure | AmountFigure;
