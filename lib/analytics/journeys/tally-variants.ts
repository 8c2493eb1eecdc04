import { isResolved, outcomes } from "@/lib/domain/case/outcome";
import type { Interval } from "@/lib/stats/interval";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { quantileInterval, quantileOf } from "@/lib/stats/quantiles/quantile";
import { MISSING } from "../facets/case-facets";
import type { CaseTable } from "../case-table/case-table";
import { flags } from "../case-table/columns";
import { firstValues } from "../case-table/dictionary";

/** Cases with the same path of channels, repeats in a row folded. */
export type Variant = {
  /** Its value of the `path` facet: "chat>voice". */
  readonly path: string;
  readonly cases: number;
  /** All their contacts. */
  readonly contacts: number;
  /** From opening to the last closing of those resolved, microseconds; null of none. */
  readonly medianUs: number | null;
  readonly medianInterval: Interval | null;
};

export type Variants = {
  /** Cases with a contact, and those of them on more than one channel. */
  readonly switched: Proportion;
  readonly paths: number;
  /** The most frequent ones first. */
  readonly top: readonly Variant[];
};

const resolvedOf = Uint8Array.from(outcomes, (each) => Number(isResolved(each) === true));

/**
 * Counts some cases by their path, at the table's `asOf`.
 * @param keys of the cases
 * @param most the number of paths listed
 */
export function tallyVariants(
  { columns, dictionaries }: CaseTable,
  keys: Uint32Array,
  most: number,
): Variants {
  const paths = firstValues(dictionaries.journey, "path", MISSING);
  const sums = () => new Uint32Array(paths.length);
  const [cases, contacts] = [sums(), sums()];
  const { journey, touchpoints } = columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const path = journey[key] ?? 0;
    cases[path] = (cases[path] ?? 0) + 1;
    contacts[path] = (contacts[path] ?? 0) + (touchpoints[key] ?? 0);
  }
  const top = paths
    .map((path, number) => ({ path, number, count: cases[number] ?? 0 }))
    .filter(({ path, count }) => path !== MISSING && count > 0)
    .sort((one, two) => two.count - one.count || (one.path < two.path ? -1 : 1));
  const shown = top.slice(0, most);
  const times = timesOf(columns, keys, new Set(shown.map(({ number }) => number)));
  const sumOf = (counts: Uint32Array, is: (path: string) => boolean) =>
    counts.reduce((sum, count, number) => sum + (is(paths[number] ?? MISSING) ? count : 0), 0);
  return {
    switched: {
      hits: sumOf(cases, (path) => path.includes(">")),
      of: sumOf(cases, (path) => path !== MISSING),
    },
    paths: top.length,
    top: shown.map(({ path, number, count }) => {
      const sorted = Float64Array.from(times.get(number) ?? []).sort();
      return {
        ...{ path, cases: count, contacts: contacts[number] ?? 0 },
        medianUs: sorted.length === 0 ? null : quantileOf(sorted, 0.5),
        medianInterval: quantileInterval(sorted, 0.5),
      };
    }),
  };
}

/** Times to resolution of some paths, by path. */
function timesOf(
  { flags: sets, journey, outcome, openedUs, closedUs }: CaseTable["columns"],
  keys: Uint32Array,
  shown: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const times = new Map<number, number[]>([...shown].map((number) => [number, []]));
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const isClosed = ((sets[key] ?? 0) & flags.closedBySomeone) !== 0;
    if (!isClosed || resolvedOf[outcome[key] ?? 0] !== 1) continue;
    const tookUs = (closedUs[key] ?? Infinity) - (openedUs[key] ?? NaN);
    if (Number.isFinite(tookUs)) times.get(journey[key] ?? 0)?.push(tookUs);
  }
  return times;
}
