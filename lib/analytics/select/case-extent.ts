import { joinNumbers, type Aggregate } from "../counts/aggregate";
import type { CaseSet } from "../counts/case-set";

/** The opening of the first of some cases, and the newest instant of any. */
export type CaseExtent = { readonly oldestUs: number; readonly newestUs: number };

/** Instants further in the future come from a broken clock: microseconds. */
export const leewayUs = 86_400_000_000;

/**
 * The extent of cases.
 * @param untilUs later instants come from a broken clock
 * @returns null where no case has an instant
 */
export function caseExtent({ table, read, places }: CaseSet, untilUs: number): CaseExtent | null {
  const all = read(extents);
  // Where `asOf` moved back since.
  const isLate = all.newestUs > untilUs;
  const {
    oldestUs,
    newestUs: past,
    later,
  } = isLate ? readExtents(table.columns, places("cases"), untilUs) : all;
  let newestUs = past;
  for (const each of later) if (each <= untilUs && each > newestUs) newestUs = each;
  return oldestUs === Infinity || newestUs === -Infinity ? null : { oldestUs, newestUs };
}

/** Infinity and −Infinity where no case has an instant. */
type Extents = CaseExtent & {
  /** Instants after the table's `asOf` when they were read: few. */
  readonly later: Float64Array;
};

const extents: Aggregate<Extents> = {
  name: "extent",
  dependsOn: [],
  of: ({ table, keys }) => readExtents(table.columns, keys, table.asOfUs),
  merge: (_table, results) => ({
    oldestUs: results.reduce((least, { oldestUs }) => Math.min(least, oldestUs), Infinity),
    newestUs: results.reduce((most, { newestUs }) => Math.max(most, newestUs), -Infinity),
    later: joinNumbers(results.map(({ later }) => later)),
  }),
};

/** @param asOfUs later instants are collected apart */
function readExtents(
  { openedUs, lastContactUs }: CaseSet["table"]["columns"],
  keys: Uint32Array,
  asOfUs: number,
): Extents {
  const later: number[] = [];
  let [oldestUs, newestUs] = [Infinity, -Infinity];
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const opened = openedUs[key] ?? NaN;
    const last = lastContactUs[key] ?? NaN;
    if (opened < oldestUs) oldestUs = opened;
    if (opened > asOfUs) later.push(opened);
    else if (opened > newestUs) newestUs = opened;
    if (last > asOfUs) later.push(last);
    else if (last > newestUs) newestUs = last;
  }
  return { oldestUs, newestUs, later: Float64Array.from(later) };
}
