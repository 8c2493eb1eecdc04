import type { Snapshot } from "../ask/snapshot";
import type { CaseSet } from "../counts/case-set";
import { armOptions, type ArmKind, type ArmOption } from "./arm-options";
import { comparePair } from "./compare-pair";
import { comparedMetrics } from "./compared-metrics";
import { countMetBoth } from "./count-met-both";
import { sharedKinds } from "./shared-kinds";
import { consideredMax, usualPair, type ArmPair } from "./usual-pair";

/** The two versions to compare, each null where it was not chosen. */
export type PairChoice = {
  readonly by: ArmKind;
  readonly a: string | null;
  readonly b: string | null;
};

/** A comparison, and the versions to choose from. */
export type Comparison = {
  readonly options: readonly ArmOption[];
  /** Null where there are no two. */
  readonly pair: ArmPair | null;
  /** Cases that met both. */
  readonly metBoth: number;
  readonly compared: ReturnType<typeof comparePair>;
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
    return { options, pair: null, metBoth: 0, compared: [] };
  }
  const of = { kind: by, pair: [a, b] } as const;
  return {
    options,
    pair: of.pair,
    metBoth: countMetBoth(cases.table, keys, of),
    compared: comparePair(cases, of, comparedMetrics),
  };
}
