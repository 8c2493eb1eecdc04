import { unsaid } from "../facets/case-facets";
import type { CaseSet } from "../counts/case-set";
import { groupRates, type CountedGroup, type GroupRates } from "../counts/group-rates";
import { cellsOf, totalRate } from "./cell-sums";
import { releaseRates } from "./release-rates";
import { endedOf, firstOfPaths, firsts, tallyPaths, type CaseTally } from "./tally-cases";

/** How often cases are resolved, by group: each breakdown as every page compares its groups. */
export type OutcomeRates = {
  /** By case type and first channel, in the order of the cells. */
  readonly kinds: GroupRates;
  readonly firsts: GroupRates;
  readonly paths: GroupRates;
  /** By release, in their order; a case of two counts for both. The whole is all cases that name any. */
  readonly releases: GroupRates;
};

/** Reads them of the mature cases among some. @param tally of the same cases */
export function outcomeRates(cases: CaseSet, tally: CaseTally): OutcomeRates {
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
    placeOf.get(kindName(tally.types[type[key] ?? 0] ?? unsaid, firsts[firstAt(key)] ?? unsaid));
  return {
    kinds: groupRates(
      cases,
      {
        groups: cells.map(({ rate, ...cell }) => ({
          value: kindName(cell.type, cell.first),
          rate,
        })),
        all,
      },
      { endOf, groupsOf: (key) => listed(placeOfKind(key)) },
    ),
    firsts: groupRates(
      cases,
      {
        groups: firsts.map((first) => ({
          value: first,
          rate: totalRate(cells.filter((cell) => cell.first === first)),
        })),
        all,
      },
      { endOf, groupsOf: (key) => [firstAt(key)] },
    ),
    paths: pathRates(cases),
    releases: ratesOfReleases(cases, tally),
  };
}

/** How often cases are resolved by the channels they went over: "" where there was no contact. */
export function pathRates(cases: CaseSet): GroupRates {
  const { paths, pathMature, pathResolved } = tallyPaths(cases);
  const { journey } = cases.table.columns;
  const groups = paths.map((value, at): CountedGroup => {
    return { value, rate: { hits: pathResolved[at] ?? 0, of: pathMature[at] ?? 0 } };
  });
  const all = totalRate(groups);
  const endOf = endsIn(cases);
  return groupRates(cases, { groups, all }, { endOf, groupsOf: (key) => [journey[key] ?? 0] });
}

function ratesOfReleases(cases: CaseSet, tally: CaseTally): GroupRates {
  const { table } = cases;
  const groups = releaseRates(table, tally).map(({ release, rate }) => ({ value: release, rate }));
  const placeOf = new Map(groups.map(({ value }, at) => [value, at]));
  const placesOf = table.dictionaries.releases.values.map(({ release = [] }) =>
    release.flatMap((each) => listed(placeOf.get(each))),
  );
  const all = totalRate(
    placesOf.flatMap((places, at) => {
      const rate = { hits: tally.releaseResolved[at] ?? 0, of: tally.releaseMature[at] ?? 0 };
      return places.length === 0 ? [] : [{ rate }];
    }),
  );
  const ends = endsIn(cases);
  const { releases } = table.columns;
  const groupsOf = (key: number) => placesOf[releases[key] ?? 0] ?? [];
  const endOf = (key: number) => (groupsOf(key).length === 0 ? 0 : ends(key));
  return groupRates(cases, { groups, all }, { endOf, groupsOf });
}

/** Of a case 0 where it is too early to judge, 1 where it was not resolved, 2 where it was. */
export function endsIn({ table }: CaseSet): (key: number) => number {
  const { outcome } = table.columns;
  return (key) => endedOf[outcome[key] ?? 0] ?? 0;
}

function listed(place: number | undefined): readonly number[] {
  return place === undefined ? [] : [place];
}
