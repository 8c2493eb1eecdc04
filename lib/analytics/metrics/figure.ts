import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import type { Interval } from "@/lib/stats/interval";
import type { Estimate } from "@/lib/stats/proportions/standardise";
import type { AmountMetric } from "./metric";

/** How many a figure is about: those it counts, those that wait, those of which one does not know. */
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
  /** The same by customer: what its interval and its differences from others are read from. */
  readonly sums: ClusterSums;
  /** What the share were if none, or all, of the unknown were hits; null where none are unknown. */
  readonly bounds: Interval | null;
  /** How many of the denominator its evaluator decides by its yes alone; null where none does. */
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
  /** Of what the mean is told, where that is not each that is counted: how many, and what all came to. */
  readonly per: { readonly count: number; readonly total: number } | null;
  /** ISO 4217; null where it is no money, or nobody said what things cost. */
  readonly currency: string | null;
};

export type Figure = ShareFigure | RatioFigure | AmountFigure;
