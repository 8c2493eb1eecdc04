import type { Snapshot } from "../ask/snapshot";
import type { CaseSet } from "../counts/case-set";
import { armOptions, type ArmKind, type ArmOption } from "./arm-options";
import { comparePair } from "./compare-pair";
import { comparedMetrics } from "./compared-metrics";
import { countMetBoth } from "./count-met-both";
import { sharedKinds } from "./shared-kinds";
import { consideredMax, usualPair, type ArmPair } from "./usual-pair";

/** Two versions to compare, each null where nobody chose it. */
export type AskedPair = {
  readonly by: ArmKind;
  readonly a: string | null;
  readonly b: string | null;
};

/** Two versions compared, and what there is to choose from. */
export type Comparison = {
  readonly options: readonly ArmOption[];
  /** Null where there are no two. */
  readonly pair: ArmPair | null;
  /** Cases that met both. */
  readonly metBoth: number;
  readonly compared: ReturnType<typeof comparePair>;
};

/** Compares the chosen versions, or those that have most cases of the same kinds. */
export function askComparison({ once, cases }: Snapshot, asked: AskedPair): Comparison {
  const { by, a, b } = asked;
  return once(JSON.stringify(["compared", by, a, b]), () => compare(cases(), asked));
}

function compare(cases: CaseSet, asked: AskedPair): Comparison {
  const { by } = asked;
  const keys = cases.places("cases");
  const options = armOptions(cases, by);
  const names = options.slice(0, consideredMax).map(({ name }) => name);
  const isChosen = asked.a !== null && asked.b !== null;
  const usual = isChosen
    ? []
    : (usualPair(options, sharedKinds(cases.table, keys, by, names)) ?? []);
  const a = asked.a ?? usual.find((each) => each !== asked.b);
  const b = asked.b ?? usual.find((each) => each !== a);
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
