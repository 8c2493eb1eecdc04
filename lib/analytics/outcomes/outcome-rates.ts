import { MISSING } from "../facets/case-facets";
import type { CaseSet } from "../counts/case-set";
import { groupRates, type GroupRates } from "../ask/group-rates";
import { cellsOf, totalRate } from "./cell-sums";
import { endedOf, firstOfPaths, firsts, type CaseTally } from "./tally-cases";

/**
 * Resolution of mature cases by case type and first channel, in the order of the cells.
 * @param tally of the same cases
 */
export function kindRates(cases: CaseSet, tally: CaseTally): GroupRates {
  const { table } = cases;
  const { journey, type } = table.columns;
  const firstOf = firstOfPaths(table);
  const cells = cellsOf(tally);
  const all = totalRate(cells);
  const firstAt = (key: number) => firstOf[journey[key] ?? 0] ?? 0;
  const endOf = endsIn(cases);
  const kindName = (kind: string, first: string) => `${kind}\n${first}`;
  const placeOf = new Map(cells.map((cell, at) => [kindName(cell.type, cell.first), at]));
  const placeOfKind = (key: number) =>
    placeOf.get(kindName(tally.types[type[key] ?? 0] ?? MISSING, firsts[firstAt(key)] ?? MISSING));
  const groups = cells.map(({ rate, ...cell }) => ({
    value: kindName(cell.type, cell.first),
    rate,
  }));
  return groupRates(cases, { groups, all }, { endOf, groupsOf: (key) => listed(placeOfKind(key)) });
}

/** By case: 0 not mature, 1 not resolved, 2 resolved. */
export function endsIn({ table }: CaseSet): (key: number) => number {
  const { outcome } = table.columns;
  return (key) => endedOf[outcome[key] ?? 0] ?? 0;
}

function listed(place: number | undefined): readonly number[] {
  return place === undefined ? [] : [place];
}
