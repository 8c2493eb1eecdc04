import { channels, type Channel } from "@/lib/domain/trace/channel";
import { isResolved, outcomes } from "@/lib/domain/case/outcome";
import { MISSING } from "../facets/case-facets";
import { addUpEach, type Aggregate, type CaseList } from "../counts/aggregate";
import type { CaseSet } from "../counts/case-set";
import type { CaseTable } from "../case-table/case-table";
import { firstValues, type Dictionary } from "../case-table/dictionary";

/** The first channel of a case, or "" where it has no contact. */
export const firsts: readonly (Channel | "")[] = [...channels, MISSING];

/**
 * Counts of cases for the Overview, in one pass. A cell is a case type and a first channel: its index is type ×
 * `firsts.length` + first. Cells count mature cases only: the headline's denominator.
 */
export type CaseTally = {
  /** The types' names by number; "" where it is unknown. */
  readonly types: readonly string[];
  /** Cases by index in `outcomes`. */
  readonly byOutcome: readonly number[];
  /** Cases by group of verdicts and outcome: the index is the group × `outcomes.length` + the index in `outcomes`. */
  readonly byVerdict: Uint32Array;
  /** By group of verdicts: the customer's rating, and how the last contact was scored. */
  readonly verdicts: readonly Verdicts[];
  readonly cells: CellSums;
};

export type Verdicts = { readonly rating: string; readonly last: string };

/** One entry per cell. */
export type CellSums = {
  readonly mature: Uint32Array;
  readonly resolved: Uint32Array;
  /** Contacts of the mature cases, and the sum of their squares. */
  readonly contacts: Float64Array;
  readonly squares: Float64Array;
};

/** By outcome: 0 not mature, 1 not resolved, 2 resolved. */
export const endedOf = Uint8Array.from(outcomes, (each) => {
  const is = isResolved(each);
  return is === null ? 0 : 1 + Number(is);
});
const ends = 3;

/** Counts some cases at the table's `asOf`. */
export function tallyCases(cases: CaseSet): CaseTally {
  const { table, read } = cases;
  const { dictionaries } = table;
  const types = firstValues(dictionaries.type, "type", MISSING);
  const lasts = firstValues(dictionaries.verdicts, "last", "unscored");
  const verdictGroups = firstValues(dictionaries.verdicts, "rating", "none").map((rating, at) => ({
    ...{ rating, last: lasts[at] ?? "unscored" },
  }));
  // Groups may have been added since it was read: none of these cases has them.
  const sums = addUpEach([read(caseSums)], roomFor(table));
  const { byVerdict, byCell, contacts, squares } = sums;
  const cells = byCell.length / ends;
  return {
    ...{ types, byVerdict, verdicts: verdictGroups },
    byOutcome: outcomes.map((_, code) => sumEvery(outcomes.length, code, byVerdict)),
    cells: {
      ...judgedOf(byCell),
      contacts: addJudged(contacts, new Float64Array(cells)),
      squares: addJudged(squares, new Float64Array(cells)),
    },
  };
}

/** The counters of a tally; each also by outcome, so that a case is one addition whatever its outcome. */
type CaseSums = {
  readonly byVerdict: Uint32Array;
  readonly byCell: Uint32Array;
  readonly contacts: Float64Array;
  readonly squares: Float64Array;
};

const caseSums: Aggregate<CaseSums> = {
  name: "cases by cell and verdict",
  dependsOn: ["cases"],
  of: sumCases,
  merge: (table, results) => addUpEach(results, roomFor(table)),
};

/** The size for the table's current groups, which are only ever appended. */
function roomFor({ dictionaries: { verdicts, type } }: CaseTable): CaseSums {
  const cells = type.size * firsts.length * ends;
  return {
    byVerdict: new Uint32Array(verdicts.size * outcomes.length),
    byCell: new Uint32Array(cells),
    contacts: new Float64Array(cells),
    squares: new Float64Array(cells),
  };
}

function sumCases({ table, keys }: CaseList): CaseSums {
  const firstOf = firstOfPaths(table);
  const sums = roomFor(table);
  const { byVerdict, byCell, contacts, squares } = sums;
  const { outcome, type, journey, touchpoints, verdicts } = table.columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const code = outcome[key] ?? 0;
    const ended = endedOf[code] ?? 0;
    const path = journey[key] ?? 0;
    const cell = ((type[key] ?? 0) * firsts.length + (firstOf[path] ?? 0)) * ends + ended;
    const touches = touchpoints[key] ?? 0;
    addOne(byVerdict, (verdicts[key] ?? 0) * outcomes.length + code);
    addOne(byCell, cell);
    contacts[cell] = (contacts[cell] ?? 0) + touches;
    squares[cell] = (squares[cell] ?? 0) + touches * touches;
  }
  return sums;
}

function addOne(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** Of counts by outcome: the mature ones, and the resolved ones. */
function judgedOf(counts: Uint32Array): Pick<CellSums, "mature" | "resolved"> {
  const mature = addJudged(counts, new Uint32Array(counts.length / ends));
  const resolved = mature.map((_, at) => counts[at * ends + 2] ?? 0);
  return { mature, resolved };
}

/** Sums the mature ones, whatever their outcome. */
function addJudged<Sums extends Uint32Array | Float64Array>(byEnd: Sums, into: Sums): Sums {
  for (let at = 0; at < into.length; at += 1) {
    into[at] = (byEnd[at * ends + 1] ?? 0) + (byEnd[at * ends + 2] ?? 0);
  }
  return into;
}

/** The sum of every n-th count, from one on. */
function sumEvery(step: number, from: number, counts: Uint32Array): number {
  let sum = 0;
  for (let at = from; at < counts.length; at += step) sum += counts[at] ?? 0;
  return sum;
}

/** Groups are only ever appended. */
const known = new WeakMap<Dictionary, Uint8Array>();

/** By path, the position of its first channel in `firsts`. */
export function firstOfPaths({ dictionaries }: CaseTable): Uint8Array {
  const { journey } = dictionaries;
  const before = known.get(journey);
  if (before?.length === journey.size) return before;
  const found = Uint8Array.from(firstValues(journey, "first", MISSING), (first) =>
    firsts.findIndex((each) => each === first),
  );
  known.set(journey, found);
  return found;
}
