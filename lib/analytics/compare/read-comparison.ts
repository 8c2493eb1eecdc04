import type { Snapshot } from "../ask/snapshot";
import { orderStatistics } from "@/lib/stats/quantiles/order-statistics";
import { armOptions, firstFacet, type ArmKind, type ArmOption } from "./arm-options";
import { listedCases, type CaseSet } from "../counts/case-set";
import type { CaseTable } from "../case-table/case-table";
import { figuresOf } from "../ask/count";
import { keysByArm } from "./arm-cases";
import { comparePair, type ComparedMetric } from "./compare-pair";
import { comparedMetrics, scoreMetrics, usageMetrics } from "./compared-metrics";
import { countMetBoth } from "./count-met-both";
import { sharedKinds } from "./shared-kinds";
import { consideredMax, usualPair, type ArmPair } from "./usual-pair";

/** The two versions to compare, each null where it was not chosen. */
export type PairChoice = {
  readonly by: ArmKind;
  readonly a: string | null;
  readonly b: string | null;
};

/** How many cases of a version texts are read of. */
export const latestMax = 200;

const tabledMetrics = [...scoreMetrics, ...usageMetrics];
type ArmFigures = ReturnType<typeof figuresOf>;

/** A comparison, and the versions to choose from. */
export type Comparison = {
  readonly options: readonly ArmOption[];
  /** Null where there are no two. */
  readonly pair: ArmPair | null;
  /** Cases that met both. */
  readonly metBoth: number;
  /** By each of `comparedMetrics`. */
  readonly compared: readonly ComparedMetric[];
  /** Each version's figures as Metrics shows them, by metric id; null without two versions. */
  readonly figures: readonly [ArmFigures, ArmFigures] | null;
  /** The keys of the latest cases that met each version, first or later: prompts' texts are read in these. */
  readonly latest: readonly [Uint32Array, Uint32Array];
};

/** Compares the chosen versions, or those that have most cases of the same kinds. */
export function readComparison({ once, cases }: Snapshot, choice: PairChoice): Comparison {
  const { by, a, b } = choice;
  return once(JSON.stringify(["compared", by, a, b]), () => compare(cases(), choice));
}

function compare(cases: CaseSet, choice: PairChoice): Comparison {
  const { by } = choice;
  const keys = cases.places("cases");
  const options = armOptions(cases, by);
  const names = options.slice(0, consideredMax).map(({ name }) => name);
  const isChosen = choice.a !== null && choice.b !== null;
  const usual = isChosen
    ? []
    : (usualPair(options, sharedKinds(cases.table, keys, by, names)) ?? []);
  const a = choice.a ?? usual.find((each) => each !== choice.b);
  const b = choice.b ?? usual.find((each) => each !== a);
  if (a === undefined || b === undefined || a === b) {
    const latest = [new Uint32Array(0), new Uint32Array(0)] as const;
    return { options, pair: null, metBoth: 0, compared: [], figures: null, latest };
  }
  const of = { kind: by, pair: [a, b] } as const;
  const [ofA, ofB] = keysByArm(cases.table, keys, firstFacet[by], of.pair);
  const [metA, metB] = keysByArm(cases.table, keys, by, of.pair);
  const figures = (own: Uint32Array) => figuresOf(listedCases(cases.table, own), tabledMetrics);
  return {
    options,
    pair: of.pair,
    figures: [figures(ofA), figures(ofB)],
    latest: [latestOf(cases.table, metA), latestOf(cases.table, metB)],
    metBoth: countMetBoth(cases.table, keys, of),
    compared: comparePair(cases, of, comparedMetrics),
  };
}

function latestOf({ columns: { openedUs } }: CaseTable, keys: Uint32Array): Uint32Array {
  const opened = Float64Array.from(keys, (key) => openedUs[key] ?? NaN);
  const [from] = orderStatistics(opened, [keys.length - latestMax]);
  return keys
    .filter((_, at) => from === undefined || (opened[at] ?? NaN) >= from)
    .slice(0, latestMax);
}
