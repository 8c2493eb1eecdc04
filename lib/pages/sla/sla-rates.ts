import type { SlaState } from "@/lib/domain/case/sla-state";
import { unsaid } from "@/lib/analytics/facets/case-facets";
import type { CaseSet } from "@/lib/analytics/counts/case-set";
import { groupRates, type GroupRates } from "@/lib/analytics/counts/group-rates";
import { totalRate } from "@/lib/analytics/outcomes/cell-sums";
import type { SlaGroup, SlaTally } from "./tally-sla";

/** How often cases are closed in time, of those whose target came due, as every page compares groups. */
export type SlaRates = { readonly types: GroupRates; readonly firsts: GroupRates };

const ends: Partial<Readonly<Record<SlaState, number>>> = { met: 2, breached: 1, overdue: 1 };

/** Reads them. @param tally of the same cases */
export function slaRates(cases: CaseSet, { types, firsts }: SlaTally): SlaRates {
  const { columns, dictionaries, aspects } = cases.table;
  const { standing, standings } = aspects.clocks;
  const endOfStanding = Uint8Array.from(standings.values, ({ outcome, sla }) =>
    outcome === "duplicate" ? 0 : (ends[sla] ?? 0),
  );
  const endOf = (key: number) => endOfStanding[standing[key] ?? 0] ?? 0;
  const by = (groups: readonly SlaGroup[], nameOf: (key: number) => string) => {
    const placeOf = new Map(groups.map(({ value }, at) => [value, at]));
    const groupsOf = (key: number) => {
      const place = placeOf.get(nameOf(key));
      return place === undefined ? [] : [place];
    };
    return groupRates(cases, { groups, all: totalRate(groups) }, { groupsOf, endOf });
  };
  const { type, journey } = dictionaries;
  return {
    types: by(types, (key) => type.values[columns.type[key] ?? 0]?.type?.[0] ?? unsaid),
    firsts: by(firsts, (key) => journey.values[columns.journey[key] ?? 0]?.first?.[0] ?? unsaid),
  };
}
