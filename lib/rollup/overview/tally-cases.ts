import { channels, type Channel } from "@/lib/domain/channel";
import { isResolved, outcomes } from "@/lib/domain/outcome";
import { unsaid } from "../case-facets";
import type { CaseTable } from "../case-table/case-table";
import type { FacetValues } from "../case-table/facet-groups";

/** Where a case began: a channel, or "" where it has no contact. */
export const firsts: readonly (Channel | "")[] = [...channels, unsaid];

/**
 * What the Overview reads of a list of cases, in one pass. A cell is a case type and a first channel:
 * its place is type × `firsts.length` + first. Cells and paths count mature cases alone: those of the
 * headline's denominator.
 */
export type CaseTally = {
  /** The types' names by number; "" where nobody named one. */
  readonly types: readonly string[];
  /** The paths' names by number: "chat>voice", "" where there was no contact. */
  readonly paths: readonly string[];
  /** Cases by position in `outcomes`, whatever their outcome. */
  readonly byOutcome: Uint32Array;
  /**
   * Cases by what was said of them and by outcome: the place is the group of verdicts ×
   * `outcomes.length` + the position in `outcomes`.
   */
  readonly byVerdict: Uint32Array;
  /** By group of verdicts: the customer's rating, and how the last contact was scored. */
  readonly verdicts: readonly Verdicts[];
  readonly cells: CellSums;
  /** By path. */
  readonly pathMature: Uint32Array;
  readonly pathResolved: Uint32Array;
  /** By group of releases: the position in the table's dictionary of them. */
  readonly releaseMature: Uint32Array;
  readonly releaseResolved: Uint32Array;
};

export type Verdicts = { readonly rating: string; readonly last: string };

/** One entry a cell. */
export type CellSums = {
  readonly mature: Uint32Array;
  readonly resolved: Uint32Array;
  /** Contacts of the mature cases, and the sum of their squares. */
  readonly contacts: Float64Array;
  readonly squares: Float64Array;
};

const matureOf = Uint8Array.from(outcomes, (each) => Number(isResolved(each) !== null));
const resolvedOf = Uint8Array.from(outcomes, (each) => Number(isResolved(each) === true));

/** Counts some cases in one pass, as of the instant that the table tells. @param keys of the cases */
export function tallyCases(table: CaseTable, keys: Uint32Array): CaseTally {
  const { columns, dictionaries } = table;
  const types = dictionaries.type.values.map((values) => values.type?.[0] ?? unsaid);
  const paths = dictionaries.journey.values.map((values) => values.path?.[0] ?? unsaid);
  const firstOf = firstOfPaths(table);
  const verdictGroups = dictionaries.verdicts.values.map(({ rating, last }) => ({
    rating: rating?.[0] ?? "none",
    last: last?.[0] ?? "unscored",
  }));
  const byVerdict = new Uint32Array(verdictGroups.length * outcomes.length);
  const size = types.length * firsts.length;
  const byOutcome = new Uint32Array(outcomes.length);
  const [mature, resolved] = [new Uint32Array(size), new Uint32Array(size)];
  const [contacts, squares] = [new Float64Array(size), new Float64Array(size)];
  const [pathMature, pathResolved] = [new Uint32Array(paths.length), new Uint32Array(paths.length)];
  const releaseMature = new Uint32Array(dictionaries.releases.values.length);
  const releaseResolved = new Uint32Array(dictionaries.releases.values.length);
  const { outcome, releases, type, journey, touchpoints, verdicts } = columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const ended = outcome[key] ?? 0;
    const path = journey[key] ?? 0;
    const cell = (type[key] ?? 0) * firsts.length + (firstOf[path] ?? 0);
    const isMature = matureOf[ended] ?? 0;
    const resolves = resolvedOf[ended] ?? 0;
    const touches = (touchpoints[key] ?? 0) * isMature;
    const said = (verdicts[key] ?? 0) * outcomes.length + ended;
    byVerdict[said] = (byVerdict[said] ?? 0) + 1;
    byOutcome[ended] = (byOutcome[ended] ?? 0) + 1;
    mature[cell] = (mature[cell] ?? 0) + isMature;
    resolved[cell] = (resolved[cell] ?? 0) + resolves;
    contacts[cell] = (contacts[cell] ?? 0) + touches;
    squares[cell] = (squares[cell] ?? 0) + touches * touches;
    const release = releases[key] ?? 0;
    releaseMature[release] = (releaseMature[release] ?? 0) + isMature;
    releaseResolved[release] = (releaseResolved[release] ?? 0) + resolves;
    pathMature[path] = (pathMature[path] ?? 0) + isMature;
    pathResolved[path] = (pathResolved[path] ?? 0) + resolves;
  }
  const cells = { mature, resolved, contacts, squares };
  return {
    ...{ types, paths, byOutcome, byVerdict, cells, pathMature, pathResolved },
    ...{ releaseMature, releaseResolved, verdicts: verdictGroups },
  };
}

/** By the list of groups, which is only ever added to. */
const known = new WeakMap<readonly FacetValues[], Uint8Array>();

/** By path, the position of its first channel in `firsts`. */
function firstOfPaths({ dictionaries }: CaseTable): Uint8Array {
  const { values } = dictionaries.journey;
  const before = known.get(values);
  if (before?.length === values.length) return before;
  const found = Uint8Array.from(values, ({ first }) => {
    return firsts.findIndex((each) => each === (first?.[0] ?? unsaid));
  });
  known.set(values, found);
  return found;
}
