import { countFacets, type FacetCounts } from "@/lib/rollup/case-table/count-facets";
import type { CaseTable } from "@/lib/rollup/case-table/case-table";
import { selectCases, type CaseFilter, type Selection } from "@/lib/rollup/case-table/select-cases";

export type CountedSelection = {
  readonly selection: Selection;
  /** Counted at the first call. */
  readonly counts: () => FacetCounts;
};

/** What a filter left, and while what it holds. */
type Remembered = CountedSelection & { readonly key: string; readonly matches: Uint8Array | null };
const remembered = new WeakMap<CaseTable, readonly Remembered[]>();

/**
 * The list as it is opened, the one that is being paged through, and the two periods of the Overview;
 * each is nine bytes a case at most.
 */
const rememberedMax = 4;

/** Applies a filter, or takes what it left the last time where no case and no outcome changed since. */
export function selectRemembered(table: CaseTable, filter: CaseFilter): CountedSelection {
  const { version, sinceUs, due, rates } = table;
  const { facets, period, matches, metric } = filter;
  const key = JSON.stringify([version, sinceUs, String(due.nextUs), facets, period, metric, rates]);
  const known = remembered.get(table) ?? [];
  const found = known.find((each) => each.key === key && each.matches === matches);
  const fresh = found ?? { key, matches, ...countedSelection(table, filter) };
  const others = known.filter((each) => each !== found);
  remembered.set(table, [fresh, ...others].slice(0, rememberedMax));
  return fresh;
}

function countedSelection(table: CaseTable, filter: CaseFilter): CountedSelection {
  const selection = selectCases(table, filter);
  let counted: FacetCounts | null = null;
  return { selection, counts: () => (counted ??= countFacets(table, selection)) };
}
