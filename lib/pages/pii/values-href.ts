import type { ChildTraits } from "@/lib/analytics/facets/child-traits";
import { childListCsvHref, childListHref } from "@/lib/analytics/filter/child-list-query";
import type { Channel } from "@/lib/domain/trace/channel";
import type { PiiQuery } from "./url";

/** Of a value that arrived readable. */
export const leaked: ChildTraits = { arrived: "leaked" };

/** A list's filters: the page's own and further ones. */
function narrowed({ on, kindOf, place }: PiiQuery, traits: ChildTraits) {
  return {
    on,
    traits: {
      ...(kindOf === null ? {} : { kindOf }),
      ...(place === null ? {} : { place }),
      ...traits,
    },
  };
}

/** The list of personal values that a figure of the page counts. */
export function valuesHref(query: PiiQuery, traits: ChildTraits, on: Channel | null = query.on) {
  return childListHref({ thing: "pii", cases: query.cases, ...narrowed(query, traits), on });
}

/** The leaked values that the page's filters leave, as CSV. */
export function leakedCsvHref(query: PiiQuery): string {
  return childListCsvHref({ thing: "pii", cases: query.cases, ...narrowed(query, leaked) });
}
