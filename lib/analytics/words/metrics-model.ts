import type { MissingMetric } from "../metrics/missing-metrics";
import type { FigureWords } from "./metric-words";

/** Some cases of a metric: how many, in words, and the list of just them. */
export type MetricCases = {
  readonly label: string;
  /** "412 cases old enough to judge". */
  readonly words: string;
  /** Null where there are none. */
  readonly href: string | null;
};

/** A metric as the dictionary explains it, with its figure. */
export type MetricEntry = FigureWords & {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly cases: readonly MetricCases[];
  /** What an amount is of each case, or of which smaller things a share is; null for shares of cases. */
  readonly tells: string | null;
  /** How its interval comes about; null where it has none. */
  readonly range: string | null;
  readonly direction: string;
  /** What it is without the errors of the evaluator it rests on, or that this is not known; empty for facts. */
  readonly adjusted: readonly string[];
  readonly exclusions: string | null;
  readonly caution: string | null;
  readonly version: number;
};

export type MetricSection = { readonly title: string; readonly entries: readonly MetricEntry[] };

/** The Metrics page: every figure of the other pages, defined once. */
export type MetricsModel = {
  readonly title: string;
  readonly asOfUs: number;
  /** What is looked for; "" for everything. */
  readonly text: string;
  readonly sections: readonly MetricSection[];
  readonly missing: readonly MissingMetric[];
};
