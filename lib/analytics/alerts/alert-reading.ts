import type { Interval } from "@/lib/stats/interval";

/** Days of cases, both included, in the display zone: "2026-11-18". */
export type AlertDays = { readonly from: string; readonly to: string };

/** A metric's figure as a rule saw it, in the metric's unit. */
export type MetricReading = {
  readonly kind: "metric";
  readonly days: AlertDays;
  /** The count of the denominator. */
  readonly of: number;
  /** Not counted yet, but later. */
  readonly waiting: number;
  /** Null where nothing can be counted. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** ISO 4217, of money. */
  readonly currency: string | null;
  /** The same span before; null: not compared, or nothing to compare with. */
  readonly before: {
    readonly of: number;
    readonly value: number;
    /** Of the difference, value − before. */
    readonly interval: Interval | null;
  } | null;
};

/** What a rule saw of the ranked findings: the first that is meant, however certain. */
export type FindingReading = {
  readonly kind: "finding";
  readonly days: AlertDays;
  /** Counted in the finding's group, or of any comparison that is meant; 0: nothing could be compared. */
  readonly of: number;
  /** Null: nothing of the kind is worse. */
  readonly found: {
    readonly id: string;
    /** "Outage cases end on time less often: 41% against 78% of the others, about 4 cases a month". */
    readonly words: string;
    /** Cases a month. */
    readonly perMonth: number;
    readonly href: string;
  } | null;
};

export type AlertReading = MetricReading | FindingReading;
