import { MISSING } from "../facets/case-facets";
import type { CaseTable } from "../case-table/case-table";
import { flatValues } from "../case-table/dictionary";
import { countsOf } from "../counts/counts";
import type { Figure } from "../metrics/figure";
import { figureOf } from "../metrics/figure-of";
import type { Metric } from "../metrics/metric";

/** A team's cases and their figures. */
export type TeamFigures = {
  readonly team: string;
  readonly cases: number;
  /** By the metric's id. */
  readonly figures: ReadonlyMap<string, Figure>;
};

export type TeamsFigures = {
  /** Those with the most cases, the most first. A case that two teams served counts for both. */
  readonly shown: readonly TeamFigures[];
  /** How many other teams there are. */
  readonly more: number;
};

/**
 * Computes metrics of each team's cases at the table's `asOf`. Cases without a team are left out.
 * @param keys of the cases
 * @param only the chosen teams, all where there are none
 * @param most the number of teams listed
 */
export function teamFigures(
  table: CaseTable,
  keys: Uint32Array,
  metrics: readonly Metric[],
  { only, most }: { readonly only: readonly string[]; readonly most: number },
): TeamsFigures {
  const { names, starts, numbers } = flatValues(table.dictionaries.teams, "team");
  const { teams } = table.columns;
  const counts = new Uint32Array(names.length);
  const visit = (work: (team: number, key: number) => void) => {
    for (const key of keys) {
      const group = teams[key] ?? 0;
      const end = starts[group + 1] ?? 0;
      for (let at = starts[group] ?? 0; at < end; at += 1) work(numbers[at] ?? 0, key);
    }
  };
  visit((team) => {
    counts[team] = (counts[team] ?? 0) + 1;
  });
  const all = names
    .map((team, number) => ({ team, number, cases: counts[number] ?? 0 }))
    .filter(({ team, cases }) => cases > 0 && team !== MISSING)
    .filter(({ team }) => only.length === 0 || only.includes(team))
    .sort((one, other) => other.cases - one.cases || (one.team < other.team ? -1 : 1));
  const listed = all.slice(0, most);
  const lists = new Map(listed.map(({ number, cases }) => [number, new Uint32Array(cases)]));
  const found = new Uint32Array(names.length);
  visit((team, key) => {
    const list = lists.get(team);
    if (list === undefined) return;
    const at = found[team] ?? 0;
    list[at] = key;
    found[team] = at + 1;
  });
  const shown = listed.map(({ team, number, cases }) => {
    const own = countsOf(table, lists.get(number) ?? new Uint32Array(0));
    return { team, cases, figures: new Map(metrics.map((each) => [each.id, figureOf(each, own)])) };
  });
  return { shown, more: all.length - shown.length };
}
