import { facetNames } from "../facets/registry";
import { countFacets, facetsOf, type FacetCounts } from "../facets/count-facets";
import type { CaseTable } from "../case-table/case-table";
import { selectCases, type CaseFilter, type Selection } from "../select/select-cases";
import { listedCases, type CaseSet } from "../counts/case-set";
import { casesOpenedIn } from "../counts/cases-by-day";
import { openedBetween } from "../counts/opened-between";

/** The cases that a filter leaves, with this folder's queries; each result is computed on first use. */
export type FilteredCases = {
  readonly selection: () => Selection;
  readonly facets: () => FacetCounts;
  /** As `listed`; where only a period is filtered, aggregates are kept by day for reuse. */
  readonly cases: () => CaseSet;
  /** The same in ascending order of keys. */
  readonly listed: () => CaseSet;
  /** By opening time. @param startsUs the start of each bucket, then the end of the last; microseconds since 1970 */
  readonly openedIn: (startsUs: readonly number[]) => readonly CaseSet[];
  /** Computes something of the cases once per name, until a case or an outcome changes. */
  readonly once: <Value>(name: string, read: () => Value) => Value;
};

type Remembered = FilteredCases & { readonly key: string; readonly matches: Uint8Array | null };
const remembered = new WeakMap<CaseTable, readonly Remembered[]>();

/**
 * The number of cached filters: an open list, one being paged through, and the Overview's two periods. Each takes up
 * to nine bytes per case, and its aggregates.
 */
const rememberedMax = 4;
/** Results cached per filter: what one page reads, and of parametrised ones, such as comparisons, the last few. */
const answersMax = 32;

/** Applies a filter; the result is cached until a case or an outcome changes. */
export function filterCases(table: CaseTable, filter: CaseFilter): FilteredCases {
  const { version, sinceUs, due, rates } = table;
  const { facets, period, matches, metric } = filter;
  const key = JSON.stringify([version, sinceUs, String(due.nextUs), facets, period, metric, rates]);
  const known = remembered.get(table) ?? [];
  const found = known.find((each) => each.key === key && each.matches === matches);
  const fresh = found ?? {
    ...{ key, matches, once: answersByName() },
    ...(isAllOfPeriod(filter) ? allOfPeriod(table, filter) : listedByFilter(table, filter)),
  };
  const others = known.filter((each) => each !== found);
  remembered.set(table, [fresh, ...others].slice(0, rememberedMax));
  return fresh;
}

function isAllOfPeriod({ facets, matches, metric }: CaseFilter): boolean {
  return (
    matches === null && metric === null && facetNames.every((name) => facets[name].length === 0)
  );
}

/** Their aggregates are by day, whatever the period. */
function allOfPeriod(table: CaseTable, filter: CaseFilter): Omit<FilteredCases, "once"> {
  const cases = lazily(() => casesOpenedIn(table, filter.period));
  const selection = lazily(() => selectCases(table, filter));
  return {
    ...{ cases, selection },
    listed: lazily(() => listedCases(table, selection().keys)),
    facets: lazily(() => facetsOf(cases())),
    openedIn: (startsUs) =>
      startsUs
        .slice(1)
        .map((toUs, at) => casesOpenedIn(table, { fromUs: startsUs[at] ?? toUs, toUs })),
  };
}

function listedByFilter(table: CaseTable, filter: CaseFilter): Omit<FilteredCases, "once"> {
  const selection = lazily(() => selectCases(table, filter));
  const cases = lazily(() => listedCases(table, selection().keys));
  return {
    ...{ selection, cases, listed: cases },
    facets: lazily(() => countFacets(table, selection())),
    openedIn: (startsUs) =>
      openedBetween(table, selection().keys, startsUs).map((keys) => listedCases(table, keys)),
  };
}

function lazily<Value>(read: () => Value): () => Value {
  let known: { readonly value: Value } | null = null;
  return () => (known ??= { value: read() }).value;
}

function answersByName(): FilteredCases["once"] {
  const answers = new Map<string, unknown>();
  return <Value>(name: string, read: () => Value) => {
    // A name's value is of the type that it was computed with.
    if (answers.has(name)) return answers.get(name) as Value;
    const value = read();
    const [oldest] = answers.keys();
    if (answers.size >= answersMax && oldest !== undefined) answers.delete(oldest);
    answers.set(name, value);
    return value;
  };
}
