import type { MetricSubset } from "../metrics/metric";
import type { ChartCell } from "../charts/chart-model";
import { formatCount } from "@/lib/format/format";
import { casesHref, type CasesQuery, type FacetName } from "../filter/cases-query";

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

/** A count in a table with the link to its list; 0 has no list. */
export function counted(count: number, href: string): ChartCell {
  return { words: formatCount(count), ...(count === 0 ? {} : { href }) };
}
