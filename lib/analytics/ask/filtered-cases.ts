import { facetNames } from "../facets/registry";
import { countFacets, facetsOf, type FacetCounts } from "../facets/count-facets";
import type { CaseTable } from "../case-table/case-table";
import { selectCases, type CaseFilter, type Selection } from "../select/select-cases";
import { listedCases, type CaseSet } from "../counts/case-set";
import { casesOpenedIn } from "../counts/cases-by-day";
import { openedBetween } from "../counts/opened-between";

/** The cases that a filter leaves, for the questions of this folder; each answer is found when it is first asked for. */
export type FilteredCases = {
  readonly selection: () => Selection;
  readonly facets: () => FacetCounts;
  /** What is read of them is kept by day where nothing but a period is asked, for what is read again and again. */
  readonly cases: () => CaseSet;
  /** The same in ascending order of keys, read together. */
  readonly listed: () => CaseSet;
  /** Those opened in each of some stretches of time. @param startsUs where each begins, then where the last ends */
  readonly openedIn: (startsUs: readonly number[]) => readonly CaseSet[];
  /** Reads something of the cases, or takes what was read under the name as long as no case and no outcome changes. */
  readonly once: <Value>(name: string, read: () => Value) => Value;
};

/** What a filter left, and while what it holds. */
type Remembered = FilteredCases & { readonly key: string; readonly matches: Uint8Array | null };
const remembered = new WeakMap<CaseTable, readonly Remembered[]>();

/**
 * The list as it is opened, the one that is being paged through, and the two periods of the Overview;
 * each is nine bytes a case at most, and what was read of its cases.
 */
const rememberedMax = 4;
/** Answers kept of one filter: of those that have parameters, such as two versions compared, the last few. */
const answersMax = 16;

/** Applies a filter, or takes what it left the last time where no case and no outcome changed since. */
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

/** Whether nothing is asked of a case but when it was opened. */
function isAllOfPeriod({ facets, matches, metric }: CaseFilter): boolean {
  return (
    matches === null && metric === null && facetNames.every((name) => facets[name].length === 0)
  );
}

/** They are read by day, whatever the period. */
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
    // What is known by a name was read under it.
    if (answers.has(name)) return answers.get(name) as Value;
    const value = read();
    const [oldest] = answers.keys();
    if (answers.size >= answersMax && oldest !== undefined) answers.delete(oldest);
    answers.set(name, value);
    return value;
  };
}
