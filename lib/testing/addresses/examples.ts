import { noFacets } from "@/lib/analytics/facets/registry";
import { everyCase } from "@/lib/analytics/filter/cases-query";

export type Examples = {
  /** Query strings as they are written, with what each says beside the default; together they have every parameter but `others`. */
  readonly canonical: Readonly<Record<string, object>>;
  /** Parameters that cannot be read. */
  readonly unreadable: readonly string[];
  /** Parameters whose examples are another codec's. */
  readonly others?: readonly string[];
};

/** A query of cases. @param facets what is chosen of them */
export function casesWith(facets: object, change: object = {}) {
  return { ...everyCase, facets: { ...noFacets, ...facets }, ...change };
}
