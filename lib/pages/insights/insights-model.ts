import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";
import type { PlainTable } from "@/lib/analytics/charts/chart-model";

/** A sentence of a case, with the address of its message. */
export type QuoteModel = {
  readonly words: string;
  readonly caseId: string;
  readonly href: string;
};

/** A step that goes with good results, in words. */
export type StepCardModel = {
  readonly key: string;
  /** "Outage: reset_port called in the first contact". */
  readonly title: string;
  /** The share of good results, with the step and without it. */
  readonly arms: readonly {
    readonly words: string;
    readonly rate: string;
    readonly basis: string;
  }[];
  /** "+69 points (+50 to +88), comparing like with like". */
  readonly difference: string;
  /** What goes together with it; "" for nothing. */
  readonly alongside: string;
  /** The teams that take it; "" where none is known. */
  readonly teams: string;
  readonly quotes: readonly QuoteModel[];
};

/** A matter that came back after it was called resolved, in words. */
export type RecurringModel = {
  /** "Line drops". */
  readonly name: string;
  /** "every night, around eleven"; "" for nothing. */
  readonly also: string;
  /** "13 of 22 customers" and "39–77%". */
  readonly share: string;
  readonly range: string;
  /** "4 d 2 h". */
  readonly after: string;
  readonly cases: { readonly words: string; readonly href: string };
  /** What a customer said at first, and when it came back; null: not recorded. */
  readonly first: QuoteModel | null;
  readonly back: QuoteModel | null;
  /** The steps after which it held more often, the most certain first. */
  readonly held: readonly StepCardModel[];
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
  readonly recurring: {
    /** Those with a step that held, then those of most customers. */
    readonly shown: readonly RecurringModel[];
    /** All others; null: none. */
    readonly more: PlainTable | null;
    /** Where nothing is shown: why. */
    readonly nothing: string;
    readonly note: string;
  };
  /** The first topics, and all others; null: there are none. */
  readonly topics: PlainTable | null;
  readonly moreTopics: PlainTable | null;
  readonly cards: readonly StepCardModel[];
  /** Where no step is shown: why. */
  readonly noStep: string;
  /** Null: no issue has enough cases for any step. */
  readonly issues: { readonly title: string; readonly rows: readonly IssueRow[] } | null;
  /** Why the page looks at the period that it does; none where it was chosen. */
  readonly cautions: readonly string[];
  /** How it is found and compared, a sentence each. */
  readonly terms: readonly string[];
};
