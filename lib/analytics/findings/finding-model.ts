import type { ShownPeriod } from "../filter/shown-period";
import type { LineModel } from "../charts/line-model";
import type { MetricEntry } from "../words/metrics-model";

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
  /** The difference: "−5 points (−13 to +3) against the 90 days before". */
  readonly change: string;
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
  /** "about 12 cases a month, not certain yet". */
  readonly size: string;
  readonly href: string;
};

/** The findings that come first, or what to watch. */
export type FindingsModel = { readonly lead: string; readonly items: readonly FindingLink[] };

/** One filter of the sentence, as a menu of addresses. */
export type FilterChoice = {
  /** Words before it: "of". */
  readonly lead: string;
  readonly name: string;
  readonly shown: string;
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
  /** Where the page leads with findings. */
  readonly findings?: FindingsModel;
  /** Where the page leads with figures. */
  readonly figures?: readonly FigureCard[];
  readonly isWorkspaceEmpty: boolean;
};
