import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import { breakdownPanel, type BreakdownPanel } from "@/lib/analytics/charts/breakdown-panel";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { resolutionFinding } from "@/lib/analytics/findings/rates-apart";
import { earlierReleases, onRelease, releases as words } from "./words";

/** Resolution by release, ordered by name. */
export const byRelease: BreakdownPanel = {
  ...{ metric: "case_resolution_rate", facet: "release", isNamed: true },
  ...{ order: "name", most: { groups: 10, from: "last" } },
  columns: words.columns,
  title: (rates) => resolutionFinding(rates, { noun: words.noun, nameOf: onRelease }),
  subtitle: words.subtitle,
  note: (_, { length: earlier }) => (earlier === 0 ? "" : earlierReleases(earlier)),
};

/**
 * Resolution by release: the filtered ones, if any; cases of another release are then only those that met these too.
 * @returns null: fewer than two releases
 */
export function prepareReleases(cases: CasesQuery, { all, groups }: GroupRates): DotModel | null {
  const chosen = cases.facets.release;
  const shown = groups.filter(({ value }) => chosen.length === 0 || chosen.includes(value));
  return shown.length < 2 ? null : breakdownPanel(cases, { all, groups: shown }, byRelease);
}
