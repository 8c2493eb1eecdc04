import type { ShownPeriod } from "../filter/shown-period";
import type { Certainty } from "./finding";
import type { LineModel } from "../charts/line-model";
import type { MetricEntry } from "../words/metric-entry-model";

/** A figure of the row of four. */
export type FigureCard = {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly value: string;
  readonly interval: string;
  readonly basis: string;
  /** "No clear change", "Worse"; "" without a comparison. */
  readonly verdict: string;
  readonly tone: "pass" | "fail" | "none";
  /** After the verdict: "from before", "by 5 points than before". */
  readonly change: string;
  /** The difference with its range: "−5 points (−13 to +3) against the 90 days before"; "" without a comparison. */
  readonly detail: string;
  /** After the difference: ", not certain yet"; else "". */
  readonly doubt: string;
  /** Of an amount: "half at most 2, 9 in 10 at most 3"; else "". */
  readonly spread: string;
  /** The same in the period before: "58%", "53–63%, 120 of 207 cases"; absent: not compared. */
  readonly before?: { readonly value: string; readonly basis: string };
  /** How many cases are undecided. */
  readonly maturity: string;
  /** The cases it counts. */
  readonly href: string | null;
  /** The figure by week; null or absent where there is none. */
  readonly line?: LineModel | null;
  /** What it counts and how, in the words of the dictionary. */
  readonly about: MetricEntry;
};

/** The finding of the whole page, and where to look next. */
export type Lede = { readonly lead: string; readonly rest: string };

/** A finding as a link to the page that shows it. */
export type FindingLink = {
  /** "sla-by-type/outage". */
  readonly id: string;
  readonly words: string;
  /** What the words rest on, with ranges: "26 of 58, 33–58%, against 137 of 215, 57–70%". */
  readonly basis: string;
  /** "about 12 cases a month, not certain yet". */
  readonly size: string;
  readonly href: string;
  readonly certainty: Certainty;
  /** The decision it needs: "Name who follows up promises before they are due". */
  readonly ask: string;
  /** The form of a new alert on it. */
  readonly alertHref: string;
};

/** The findings that come first, or what to watch. */
export type FindingsModel = {
  readonly lead: string;
  readonly items: readonly FindingLink[];
  /** What “not certain yet” means, where one is not; else "". */
  readonly note: string;
};

/** Two days of one's own as a form that asks for an address. */
export type DaysChoice = {
  /** ISO dates to begin with, both inclusive; "": none. */
  readonly from: string;
  readonly to: string;
  readonly path: string;
  /** The address's other parameters. */
  readonly others: readonly (readonly [name: string, value: string])[];
};

/** One filter of the sentence, as a menu of addresses. */
export type FilterChoice = {
  /** Words before it: "of". */
  readonly lead: string;
  readonly name: string;
  readonly shown: string;
  /** The same where there is little room; absent: as `shown`. */
  readonly brief?: string;
  /** Of a period: days of one's own. */
  readonly days?: DaysChoice;
  readonly options: readonly {
    readonly words: string;
    readonly href: string;
    readonly isChosen: boolean;
  }[];
};

/** Common to every page of findings over many cases. */
export type FindingModel = {
  readonly asOfUs: number;
  readonly period: ShownPeriod | null;
  /** The newest contact there is; null where there is none. */
  readonly newestUs: number | null;
  readonly evaluators: readonly string[];
  readonly filters: readonly FilterChoice[];
  readonly lede: Lede;
  /** Where the page leads with figures. */
  readonly figures?: readonly FigureCard[];
  readonly isWorkspaceEmpty: boolean;
};
