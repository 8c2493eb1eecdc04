import type { Counted, CountedCases, EntityDimensions } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import type { ReadAmounts } from "./read-amounts";

/** What the dictionary puts under one heading, in its order. */
export const metricGroups = [
  "resolution",
  "contacts",
  "handoffs",
  "promises",
  "time",
  "experience",
  "quality",
  "cost",
  "data",
] as const;
export type MetricGroup = (typeof metricGroups)[number];

/** Some of the cases, contacts, handoffs or promises, in words and as a question to each of them. */
export type Predicate<Values> = {
  /** After a count: "cases resolved with evidence". */
  readonly words: string;
  readonly is: (values: Values) => boolean;
};
/** Of cases, whatever else is asked of them. */
export type OutcomePredicate = Predicate<Pick<EntityDimensions[CountedCases], "outcome">>;

/**
 * A score of a case: the worst that an evaluator gave in it, or what it gave the last contact. Or one of a
 * contact: what it gave that contact, or the worst that it gave an answer in it.
 */
export type ScoreBasis = {
  readonly evaluator: string;
  readonly of: "worst" | "last" | "contact" | "answer";
};

/**
 * What of the denominator an evaluator decides by its yes alone: of these the numerator has just what it says
 * yes to, of the others none, so that its errors can be taken out.
 */
export type Decided<Values> = "all" | Predicate<Values>;

/** The evaluator that a metric rests on. */
export type EvaluatorBasis<Values> = {
  readonly evaluator: string;
  /** Or, after "errors not taken out:", why they cannot be, however many were counted. */
  readonly decides: Decided<Values> | { readonly whyNot: string };
  /** The scores by which a case or a contact counts; absent where none decides. */
  readonly scores?: readonly ScoreBasis[];
};

/** What a metric says where there is nothing to say. */
export const usual = {
  ...{ restsOn: null, waiting: null, unknown: null, exclusions: null, caution: null },
  version: 1,
} as const;

/** What an amount says where it is told of each of the denominator. */
export const ofEach = { per: null, expected: null } as const;

/** What an amount of time says: a long tail moves its mean, and less of it is better. */
export const ofTime = {
  ...ofEach,
  group: "time",
  unit: "microseconds",
  average: "median",
  direction: "lower-is-better",
} as const;

/**
 * One metric: what its figure is computed from, its lists are filtered by and its entry in the
 * dictionary says. A predicate is asked of what those before it leave: the denominator first, then
 * who is waiting, then who is unknown; the numerator of the denominator only.
 */
type MetricBase<Thing extends Counted> = {
  /** One side of cases, contacts, handoffs or promises. */
  readonly counts: Thing;
  /** As in addresses. */
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly group: MetricGroup;
  readonly direction: "higher-is-better" | "lower-is-better" | "neither";
  readonly denominator: Predicate<EntityDimensions[Thing]>;
  /** What cannot be counted yet and may be later; null where nothing has to wait. */
  readonly waiting: Predicate<EntityDimensions[Thing]> | null;
  /** Eligible for the denominator, but the value is missing; null where it never is. */
  readonly unknown: Predicate<EntityDimensions[Thing]> | null;
  /** What is left out beside duplicates, which are counted in the case they were merged into; null: nothing. */
  readonly exclusions: string | null;
  /** What one may take it for and must not; null where there is nothing. */
  readonly caution: string | null;
  /** What people of the trade would have to trust: an evaluator that was fitted or follows rules; null: facts. */
  readonly restsOn: EvaluatorBasis<EntityDimensions[Thing]> | null;
  /** Rises whenever the same cases could give another figure. */
  readonly version: number;
};

/** A share of what is counted. */
type ShareOf<Thing extends Counted> = MetricBase<Thing> & {
  readonly unit: "share";
  readonly numerator: Predicate<EntityDimensions[Thing]>;
};

/** A share of smaller things, of which each of the denominator has some. */
type RatioOf<Thing extends Counted> = MetricBase<Thing> & {
  readonly unit: "ratio";
  readonly things: {
    /** One of them: "fact". */
    readonly noun: string;
    /** After a count of those that count, of how many: "facts carried". */
    readonly words: string;
    /** @param place of a case: its key; of a part of one: its row */
    readonly hits: (table: CaseTable, place: number) => number;
    readonly of: (table: CaseTable, place: number) => number;
  };
};

/** An amount that each of the denominator has. */
type AmountOf<Thing extends Counted> = MetricBase<Thing> & {
  readonly unit: "contacts" | "microseconds" | "money";
  /** What is told first. A long tail moves a mean. */
  readonly average: "mean" | "median";
  readonly amount: {
    readonly words: string;
    readonly of: (table: CaseTable) => ReadAmounts;
  };
  /** What the sum of the amounts is told of each of; null: of each of the denominator. */
  readonly per: Predicate<EntityDimensions[Thing]> | null;
  /**
   * How many times as much as usual each is expected to have, going by its kind: the sum of the amounts is
   * told of each expected. Null: it is told of each of the denominator, or of those of `per`.
   */
  readonly expected: {
    readonly words: string;
    readonly of: (table: CaseTable) => ReadAmounts;
  } | null;
};

export type ShareMetric = { [Thing in Counted]: ShareOf<Thing> }[Counted];
export type RatioMetric = { [Thing in Counted]: RatioOf<Thing> }[Counted];
export type AmountMetric = { [Thing in Counted]: AmountOf<Thing> }[Counted];
export type Metric = ShareMetric | RatioMetric | AmountMetric;
/** A metric that counts some things. */
export type MetricOf<Things extends Counted> = {
  [Thing in Things]: ShareOf<Thing> | RatioOf<Thing> | AmountOf<Thing>;
}[Things];

/** Parts of a metric whose cases can be listed. */
export const metricSubsets = ["numerator", "denominator", "waiting", "unknown"] as const;
export type MetricSubset = (typeof metricSubsets)[number];

/** A part of a metric, by the metric's id. */
export type MetricChoice = { readonly id: string; readonly subset: MetricSubset };

/** What a part of a metric is called after a count; null where the metric has none. */
export function subsetWords(metric: Metric, subset: MetricSubset): string | null {
  if (subset !== "numerator") return metric[subset]?.words ?? null;
  if (metric.unit === "ratio") return null;
  return (metric.unit === "share" ? metric.numerator : metric.per)?.words ?? null;
}
