import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";

/** A step that goes with quick and lasting resolutions, in words. */
export type StepCardModel = {
  readonly key: string;
  /** "Outage: reset_port called in the first contact". */
  readonly title: string;
  /** Resolved quickly and for good, with the step and without it. */
  readonly arms: readonly {
    readonly words: string;
    readonly rate: string;
    readonly basis: string;
  }[];
  /** "+69 points (+50 to +88), like for like". */
  readonly difference: string;
  /** What goes together with it; "" for nothing. */
  readonly alongside: string;
  /** The teams that take it; "" where none is known. */
  readonly teams: string;
  readonly quotes: readonly {
    readonly words: string;
    readonly caseId: string;
    readonly href: string;
  }[];
};

/** One row of what was compared. */
export type IssueRow = {
  readonly issue: string;
  readonly href: string;
  readonly cases: string;
  readonly quick: string;
  readonly steps: string;
  readonly result: string;
};

/** The model of the Insights page. */
export type InsightsModel = FindingModel & {
  readonly query: CasesQuery;
  readonly cards: readonly StepCardModel[];
  /** Null: no issue has enough cases for any step. */
  readonly issues: { readonly title: string; readonly rows: readonly IssueRow[] } | null;
  /** How it is compared, a sentence each. */
  readonly terms: readonly string[];
};
