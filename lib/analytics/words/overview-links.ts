import type { MetricSubset } from "../metrics/metric";
import type { ChartCell } from "../charts/chart-model";
import { formatCount } from "@/lib/format/format";
import { casesHref, type CasesQuery, type FacetName } from "../filter/cases-query";
import type { FigureSource } from "../outcomes/figure-source";

type Narrowing = {
  readonly facets?: Partial<Readonly<Record<FacetName, readonly string[]>>>;
  readonly metric?: { readonly id: string; readonly subset: MetricSubset };
};

/** The link to the cases that a figure counts: those of the page's filters, narrowed to its own. */
export function listHref(cases: CasesQuery, { facets = {}, metric }: Narrowing): string {
  return casesHref({
    ...cases,
    facets: { ...cases.facets, ...facets },
    metric: metric ?? cases.metric,
  });
}

/** The mature cases of a facet's value, or those of them that were resolved with evidence. */
export function matureHref(
  { cases }: FigureSource,
  name: FacetName,
  value: string,
  subset: "denominator" | "numerator" = "denominator",
): string {
  return listHref(cases, {
    facets: { [name]: [value] },
    metric: { id: "case_resolution_rate", subset },
  });
}

/** A count in a table with the link to its list; 0 has no list. */
export function counted(count: number, href: string): ChartCell {
  return { words: formatCount(count), ...(count === 0 ? {} : { href }) };
}
