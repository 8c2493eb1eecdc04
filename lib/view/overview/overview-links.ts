import type { MetricPart } from "@/lib/rollup/metrics/metric";
import { casesHref, type CasesQuery, type FacetName } from "../cases-query";
import type { FigureSource } from "./figure-source";

type Narrowing = {
  readonly facets?: Partial<Readonly<Record<FacetName, readonly string[]>>>;
  readonly metric?: { readonly id: string; readonly part: MetricPart };
};

/** The list of the cases that a figure counts: those of the page's filters, narrowed to its own. */
export function listHref(cases: CasesQuery, { facets = {}, metric }: Narrowing): string {
  return casesHref({
    ...cases,
    facets: { ...cases.facets, ...facets },
    metric: metric ?? cases.metric,
  });
}

/** The mature cases of a facet's value. */
export function matureHref({ cases }: FigureSource, name: FacetName, value: string): string {
  return listHref(cases, {
    facets: { [name]: [value] },
    metric: { id: "case_resolution_rate", part: "denominator" },
  });
}
