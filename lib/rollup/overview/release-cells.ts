import type { Proportion } from "@/lib/stats/newcombe-difference";
import { unsaid } from "../case-facets";
import type { CaseTable } from "../case-table/case-table";
import type { Dictionary } from "../case-table/dictionary";
import type { Cell } from "./cell-sums";
import { endedOf, firsts } from "./tally-cases";

/** The mature cases of one kind that the same releases served. */
export type ReleaseCell = Pick<Cell, "type" | "first"> & {
  /** Several where a case went on under the next one; none where nobody named one. */
  readonly releases: readonly string[];
  readonly rate: Proportion;
};

/** Cuts the kinds of cases by release: each mature case is in one cell. One pass. @param keys of the cases */
export function releaseCells(table: CaseTable, keys: Uint32Array): readonly ReleaseCell[] {
  const { dictionaries } = table;
  const groups = dictionaries.releases.values.length;
  const named = dictionaries.releases.values.map(({ release = [] }) =>
    release.filter((each) => each !== unsaid),
  );
  const { mature, resolved } = countCells(table, keys);
  const cells: ReleaseCell[] = [];
  for (let place = 0; place < mature.length; place += 1) {
    const of = mature[place] ?? 0;
    if (of === 0) continue;
    const kind = Math.floor(place / groups);
    cells.push({
      type: dictionaries.type.values[Math.floor(kind / firsts.length)]?.type?.[0] ?? unsaid,
      first: firsts[kind % firsts.length] ?? unsaid,
      releases: named[place % groups] ?? [],
      rate: { hits: resolved[place] ?? 0, of },
    });
  }
  return cells;
}

/** By type, then by first channel, then by group of releases. */
function countCells({ columns, dictionaries }: CaseTable, keys: Uint32Array) {
  const types = dictionaries.type.values.length;
  const groups = dictionaries.releases.values.length;
  const firstOf = firstsOf(dictionaries.journey);
  const mature = new Uint32Array(types * firsts.length * groups);
  const resolved = new Uint32Array(mature.length);
  const { outcome, releases, type, journey } = columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const ended = endedOf[outcome[key] ?? 0] ?? 0;
    if (ended === 0) continue;
    const kind = (type[key] ?? 0) * firsts.length + (firstOf[journey[key] ?? 0] ?? 0);
    const place = kind * groups + (releases[key] ?? 0);
    mature[place] = (mature[place] ?? 0) + 1;
    if (ended === 2) resolved[place] = (resolved[place] ?? 0) + 1;
  }
  return { mature, resolved };
}

/** One entry a group of journeys: where their first channel stands in `firsts`. */
function firstsOf({ values, facets }: Dictionary): Uint8Array {
  const known = facets.get("first");
  const places = known?.names.map((name) => firsts.findIndex((each) => each === name));
  const firstOf = new Uint8Array(values.length);
  for (let group = 0; group < values.length; group += 1) {
    const [number = -1] = known?.ofGroup[group] ?? [];
    firstOf[group] = places?.[number] ?? firsts.indexOf(unsaid);
  }
  return firstOf;
}
