import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { MISSING } from "../facets/case-facets";
import type { CaseTable } from "../case-table/case-table";
import type { Aggregate } from "../counts/aggregate";
import type { CaseSet } from "../counts/case-set";
import type { Cell } from "./cell-sums";
import { endedOf, firstOfPaths, firsts } from "./tally-cases";
import { firstValues, valuesOf } from "../case-table/dictionary";

/** The mature cases of one kind that the same releases served. */
export type ReleaseCell = Pick<Cell, "type" | "first"> & {
  /** Several where a case continued under the next one; none where it is unknown. */
  readonly releases: readonly string[];
  readonly rate: Proportion;
};

/** Groups mature cases by kind and releases: each is in one cell. */
export function releaseCells({ table, read }: CaseSet): readonly ReleaseCell[] {
  const { dictionaries } = table;
  const types = firstValues(dictionaries.type, "type", MISSING);
  const releasesOf = (group: number) =>
    valuesOf(dictionaries.releases, "release", group).filter((each) => each !== MISSING);
  const { kind, group, mature, resolved } = read(releaseSums);
  return Array.from(kind, (own, at) => ({
    type: types[Math.floor(own / firsts.length)] ?? MISSING,
    first: firsts[own % firsts.length] ?? MISSING,
    releases: releasesOf(group[at] ?? 0),
    rate: { hits: resolved[at] ?? 0, of: mature[at] ?? 0 },
  }));
}

/** The non-empty cells, in order. */
type ReleaseSums = {
  /** The type × `firsts.length` + the first channel. */
  readonly kind: Uint32Array;
  /** Of releases. */
  readonly group: Uint32Array;
  readonly mature: Uint32Array;
  readonly resolved: Uint32Array;
};

const releaseSums: Aggregate<ReleaseSums> = {
  name: "cases by kind and release",
  dependsOn: ["cases"],
  of: ({ table, keys }) => {
    const firstOf = firstOfPaths(table);
    const { outcome, releases, type, journey } = table.columns;
    const cells = createCells(table);
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] ?? 0;
      const ended = endedOf[outcome[key] ?? 0] ?? 0;
      if (ended === 0) continue;
      const kind = (type[key] ?? 0) * firsts.length + (firstOf[journey[key] ?? 0] ?? 0);
      addTo(cells, kind * cells.groups + (releases[key] ?? 0), 1, Number(ended === 2));
    }
    return sumsIn(cells);
  },
  merge: (table, results) => {
    const cells = createCells(table);
    for (const { kind, group, mature, resolved } of results) {
      for (let at = 0; at < kind.length; at += 1) {
        const place = (kind[at] ?? 0) * cells.groups + (group[at] ?? 0);
        addTo(cells, place, mature[at] ?? 0, resolved[at] ?? 0);
      }
    }
    return sumsIn(cells);
  },
};

/** All possible cells: the kind × the number of groups of releases + the group. */
type Cells = {
  readonly groups: number;
  readonly mature: Uint32Array;
  readonly resolved: Uint32Array;
  /** The non-empty ones. */
  readonly places: number[];
};

/** A buffer for one count at a time, all 0 before and after: few cells have any of a day's cases. */
const rooms = new WeakMap<CaseTable, Pick<Cells, "mature" | "resolved">>();

function createCells(table: CaseTable): Cells {
  const { type, releases } = table.dictionaries;
  const groups = releases.size;
  const size = type.size * firsts.length * groups;
  const last = rooms.get(table);
  const isLargeEnough = last !== undefined && last.mature.length >= size;
  const room = isLargeEnough
    ? last
    : { mature: new Uint32Array(size), resolved: new Uint32Array(size) };
  rooms.set(table, room);
  return { ...room, groups, places: [] };
}

function addTo({ mature, resolved, places }: Cells, place: number, of: number, hits: number): void {
  const before = mature[place] ?? 0;
  if (before === 0) places.push(place);
  mature[place] = before + of;
  resolved[place] = (resolved[place] ?? 0) + hits;
}

function sumsIn({ groups, mature, resolved, places }: Cells): ReleaseSums {
  const ordered = Uint32Array.from(places).sort();
  const sums = {
    kind: ordered.map((place) => Math.floor(place / groups)),
    group: ordered.map((place) => place % groups),
    mature: ordered.map((place) => mature[place] ?? 0),
    resolved: ordered.map((place) => resolved[place] ?? 0),
  };
  for (const place of ordered) {
    mature[place] = 0;
    resolved[place] = 0;
  }
  return sums;
}
