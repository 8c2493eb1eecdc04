import type { Counted } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import { listedCases, type CaseSet } from "./case-set";
import { sampleOf, type Sample } from "./sample";
import { codeCounts } from "./code-counts";

/** Inputs of the figures of a set of cases, each computed on first use. */
export type Counts = CaseSet & {
  /** Number of things by code. */
  readonly byCode: (thing: Counted) => Uint32Array;
  /** A sample of customers, for the clustering of their cases. */
  readonly sample: Sample;
};

/** Counts cases and their children at the table's `asOf`. @param keys of the cases */
export function countsOf(table: CaseTable, keys: Uint32Array): Counts {
  return countsOfSet(listedCases(table, keys));
}

/** The same of a set of cases. */
export function countsOfSet(cases: CaseSet): Counts {
  const { read } = cases;
  return { ...cases, byCode: (thing) => read(codeCounts(thing)), sample: sampleOf(cases) };
}
