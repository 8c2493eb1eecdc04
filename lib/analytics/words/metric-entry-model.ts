import type { FigureWords } from "./metric-words";

/** A subset of a metric: its size, its words, and the link to its list. */
export type MetricCases = {
  readonly label: string;
  /** "412 cases old enough to judge". */
  readonly words: string;
  /** Null where there are none. */
  readonly href: string | null;
};

/** A metric's entry in the dictionary, with its figure. */
export type MetricEntry = FigureWords & {
  readonly id: string;
  /** Its place in the dictionary, with the figures of the same cases. */
  readonly dictionaryHref: string;
  readonly name: string;
  readonly question: string;
  readonly cases: readonly MetricCases[];
  /** What an amount is of each case, or of which smaller things a share is; null for shares of cases. */
  readonly summed: string | null;
  /** The method of its interval; null without one. */
  readonly range: string | null;
  readonly direction: string;
  /** Its value without the errors of the evaluator it depends on, or that this is unknown; empty for facts. */
  readonly adjusted: readonly string[];
  readonly exclusions: string | null;
  readonly caution: string | null;
  readonly version: number;
};
