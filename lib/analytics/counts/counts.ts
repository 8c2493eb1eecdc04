import type { Counted } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import { listedCases, type CaseSet } from "./case-set";
import { sampleOf, type Sample } from "./sample";
import { codeCounts } from "./code-counts";

/** What the figures of some cases are computed from; each is counted when it is first asked for. */
export type Counts = CaseSet & {
  /** How many of a thing have each codes, by its number. */
  readonly byCode: (thing: Counted) => Uint32Array;
  /** What tells how alike the cases of one customer are. */
  readonly sample: Sample;
};

/** Counts cases and their parts, as of the instant that the table tells. @param keys of the cases */
export function countsOf(table: CaseTable, keys: Uint32Array): Counts {
  return countsOfSet(listedCases(table, keys));
}

/** The same of a set of cases. */
export function countsOfSet(cases: CaseSet): Counts {
  const { read } = cases;
  return {
    ...cases,
    byCode: (thing) => read(codeCounts(thing)),
    sample: sampleOf(cases),
  };
}
