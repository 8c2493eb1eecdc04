import type { Counted, CountedCases, EntityDimensions } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import type { ReadAmounts } from "./read-amounts";

/** The dictionary's headings, in order. */
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

/** A subset of the cases, contacts, handoffs or promises, in words and as a predicate. */
export type Predicate<Values> = {
  /** After a count: "cases resolved with evidence". */
  readonly words: string;
  readonly is: (values: Values) => boolean;
};
/** Of cases, whatever their dimension group. */
export type OutcomePredicate = Predicate<Pick<EntityDimensions[CountedCases], "outcome">>;

/**
 * A score of a case: an evaluator's worst in it, or that of the last contact. Or one of a contact: its own, or the
 * worst of its answers.
 */
export type ScoreBasis = {
  readonly evaluator: string;
  readonly of: "worst" | "last" | "contact" | "answer";
};

/**
 * The part of the denominator in which an evaluator's yes alone decides who is in the numerator, so that its errors
 * can be taken out.
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

/** Defaults. */
export const usual = {
  ...{ restsOn: null, waiting: null, unknown: null, exclusions: null, caution: null },
  needsEnds: false,
  version: 1,
} as const;

/** Defaults of an amount per thing of the denominator. */
export const ofEach = { per: null, expected: null } as const;

/** Defaults of a duration: a long tail moves its mean, and less of it is better. */
export const ofTime = {
  ...ofEach,
  group: "time",
  unit: "microseconds",
  average: "median",
  direction: "lower-is-better",
} as const;

/**
 * One metric: its figure, its lists' filter and its entry in the dictionary. Predicates are tested in this order:
 * denominator, waiting, unknown; the numerator within the denominator only.
 */
type MetricBase<Thing extends Counted> = {
  /** A dimension group of cases, contacts, handoffs or promises. */
  readonly counts: Thing;
  /** As in addresses. */
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly group: MetricGroup;
  readonly direction: "higher-is-better" | "lower-is-better" | "neither";
  readonly denominator: Predicate<EntityDimensions[Thing]>;
  /** Not countable yet, but later; null where nothing has to wait. */
  readonly waiting: Predicate<EntityDimensions[Thing]> | null;
  /** Eligible for the denominator, but the value is missing; null where it never is. */
  readonly unknown: Predicate<EntityDimensions[Thing]> | null;
  /** What is left out beside duplicates, which are counted in the case they were merged into; null: nothing. */
  readonly exclusions: string | null;
  /** A likely misreading; null where there is none. */
  readonly caution: string | null;
  /** The evaluator that it depends on; null: facts only. */
  readonly restsOn: EvaluatorBasis<EntityDimensions[Thing]> | null;
  /** Whether a case that nothing shows the end of counts as a failure, or as a success: of few ends it counts silence. */
  readonly needsEnds: boolean;
  /** Rises whenever the same cases could give another figure. */
  readonly version: number;
};

/** A share of what is counted. */
type ShareOf<Thing extends Counted> = MetricBase<Thing> & {
  readonly unit: "share";
  readonly numerator: Predicate<EntityDimensions[Thing]>;
};

/** A share of smaller things, of which each thing of the denominator has some. */
type RatioOf<Thing extends Counted> = MetricBase<Thing> & {
  readonly unit: "ratio";
  readonly things: {
    /** One of them: "fact". */
    readonly noun: string;
    /** After a count of those that count, of how many: "facts carried". */
    readonly words: string;
    /** @param place of a case: its key; of a child: its row */
    readonly hits: (table: CaseTable, place: number) => number;
    readonly of: (table: CaseTable, place: number) => number;
  };
};

/** An amount of each thing of the denominator. */
type AmountOf<Thing extends Counted> = MetricBase<Thing> & {
  /** `money`: in the currency of the settings' rates. */
  readonly unit: "contacts" | "microseconds" | "money" | "dollars" | "tokens";
  /** Which average comes first. A long tail moves a mean. */
  readonly average: "mean" | "median";
  readonly amount: {
    readonly words: string;
    readonly of: (table: CaseTable) => ReadAmounts;
  };
  /** What the sum of the amounts is divided by; null: the count of the denominator. */
  readonly per: Predicate<EntityDimensions[Thing]> | null;
  /**
   * The expected multiple of the usual amount of each thing's kind: the sum of the amounts is divided by the sum of
   * these. Null: it is divided by the count of the denominator, or of `per`.
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
/** A metric of some entities. */
export type MetricOf<Things extends Counted> = {
  [Thing in Things]: ShareOf<Thing> | RatioOf<Thing> | AmountOf<Thing>;
}[Things];

/** Subsets of a metric whose cases can be listed. */
export const metricSubsets = ["numerator", "denominator", "waiting", "unknown"] as const;
export type MetricSubset = (typeof metricSubsets)[number];

/** A subset of a metric, by the metric's id. */
export type MetricChoice = { readonly id: string; readonly subset: MetricSubset };

/** A subset's words after a count; null where the metric has no such subset. */
export function subsetWords(metric: Metric, subset: MetricSubset): string | null {
  if (subset !== "numerator") return metric[subset]?.words ?? null;
  if (metric.unit === "ratio") return null;
  return (metric.unit === "share" ? metric.numerator : metric.per)?.words ?? null;
}
