/** What a gate's cohort can tell, and what it lacks. */
export type CohortHealth = {
  readonly items: number;
  /** Over two channels or more. */
  readonly crossChannel: number;
  readonly scope: "cross_channel" | "all";
  /** Items that the gate's share counts. */
  readonly inScope: number;
  readonly effective: EffectiveSize;
  readonly power: GatePower;
  /** By name; an item without a stratum is of null, which comes last. */
  readonly strata: readonly StratumHealth[];
  /** Null: not compared with production. */
  readonly production: ProductionCoverage | null;
  readonly duplicates: readonly DuplicateItems[];
  readonly withoutExpected: readonly string[];
};

/** As how many independent items the ones in scope count. */
export type EffectiveSize = {
  /** Not rounded; never more than there are. */
  readonly items: number;
  /** Customers or scenarios; an item without one is its own. */
  readonly clusters: number;
  readonly largestCluster: number;
  /** Kish's: the variance of the share, compared with independent items. */
  readonly designEffect: number;
  /** Of the outcomes within a cluster, 0 to 1. */
  readonly correlation: number;
  /** The release whose outcomes the correlation was measured on; null: it is assumed. */
  readonly measuredOn: string | null;
};

/** The smallest differences that the gate's tests see with the stated power. */
export type GatePower = {
  readonly power: number;
  /** How far below the bar a release must be to be blocked by it; null: no bar, or none is far enough. */
  readonly bar: { readonly minimum: number; readonly drop: number } | null;
  /** How much worse than its baseline, for exact McNemar to block it. */
  readonly paired: {
    /** Null: no drop is seen. */
    readonly drop: number | null;
    /** The share of items that become better at the same time; more of them hide a drop. */
    readonly fixed: number;
    /** The runs that it was measured on, such as "v14 and v15"; null: it is assumed. */
    readonly measuredOn: string | null;
  };
};

export type StratumHealth = {
  readonly stratum: string | null;
  readonly items: number;
  readonly crossChannel: number;
  /** Cases of production; null: not compared. */
  readonly cases: number | null;
};

export type ProductionCoverage = {
  readonly days: number;
  readonly cases: number;
  /** Strata of production that no item is of, most cases first. */
  readonly missing: readonly { readonly stratum: string; readonly cases: number }[];
  /** Their share of production, 0 to 1. */
  readonly missingShare: number;
};

/** Items that are the same case. */
export type DuplicateItems = {
  readonly ids: readonly string[];
  readonly because: "same id" | "same source" | "same opening";
};
