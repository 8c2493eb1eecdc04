import type { Integers } from "../case-table/integers";
import { nameOf, noName, type Names } from "../case-table/names";

/** Columns of a child table, by row. */
type ReleasedRows = {
  readonly codes: Uint32Array;
  /** Number of its release. */
  readonly release: Integers;
  readonly atUs: Float64Array;
};

/** Rows by their kind. */
type Kinds = {
  readonly count: number;
  /** By code, from 0; -1 where rows of a code are not counted. */
  readonly ofCode: Int8Array;
};

export type ReleaseCounts = {
  /** Null: unknown. */
  readonly release: string | null;
  /** Of its first row. */
  readonly firstUs: number;
  /** By kind. */
  readonly counts: Uint32Array;
};

/** Counts rows of a child table by release and kind, in order of the releases' first rows. */
export function countByRelease(
  { values }: Names,
  rows: Uint32Array,
  { codes, release, atUs }: ReleasedRows,
  { count, ofCode }: Kinds,
): readonly ReleaseCounts[] {
  const counts = new Uint32Array(values.length * count);
  const firstUs = new Float64Array(values.length).fill(Infinity);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const kind = ofCode[codes[row] ?? 0] ?? -1;
    if (kind === -1) continue;
    const own = release[row] ?? noName;
    const at = own * count + kind;
    counts[at] = (counts[at] ?? 0) + 1;
    const us = atUs[row] ?? Infinity;
    if (us < (firstUs[own] ?? 0)) firstUs[own] = us;
  }
  return Array.from(firstUs, (us, own) => ({
    release: nameOf({ values }, own),
    firstUs: us,
    counts: counts.subarray(own * count, (own + 1) * count),
  }))
    .filter((each) => each.counts.some((of) => of > 0))
    .sort(
      (one, other) =>
        one.firstUs - other.firstUs || ((one.release ?? "") < (other.release ?? "") ? -1 : 1),
    );
}
