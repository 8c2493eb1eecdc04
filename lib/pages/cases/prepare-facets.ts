import { scoreBands } from "@/lib/analytics/facets/case-facets";
import { facetEntry, ofEachFacet, type FacetName } from "@/lib/analytics/facets/registry";
import type { FacetCount, FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { CasesPageModel, Facet, FacetOption } from "./cases-page-model";
import type { CaseFacets } from "@/lib/analytics/filter/cases-query";

const optionsMax = 12;
/** Each evaluator is a group with all its bands. */
const scoreOptionsMax = 200;

/** Prepares each facet's options: those with cases, and the chosen ones. */
export function prepareFacets(counts: FacetCounts, chosen: CaseFacets): CasesPageModel["facets"] {
  return ofEachFacet((name) => prepareFacet(name, counts[name], chosen[name]));
}

function prepareFacet(name: FacetName, counted: FacetCount, chosen: readonly string[]): Facet {
  // Switches by initiator can be set on other pages; here they can only be removed.
  const counts =
    name === "switch"
      ? counted.filter(({ value }) => !value.includes(":") || chosen.includes(value))
      : counted;
  const most = name === "score" ? scoreOptionsMax : optionsMax;
  const byNumber = Uint32Array.from(counts, ({ count }) => count).sort();
  const least = byNumber.at(-most) ?? 0;
  const frequent = counts
    .filter(({ count }) => count >= least)
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, most);
  const shown = new Set(frequent.map(({ value }) => value));
  const others = chosen
    .filter((value) => !shown.has(value))
    .map((value) => counts.find((each) => each.value === value) ?? { value, count: 0 });
  const options = [...frequent, ...others];
  return {
    options: arrange(name, options),
    more: counts.length - options.filter(({ count }) => count > 0).length,
  };
}

function arrange(name: FacetName, options: readonly FacetOption[]): readonly FacetOption[] {
  const { values, panelOrder: order = values } = facetEntry(name);
  if (order !== undefined) {
    return order.flatMap((value) => options.find((option) => option.value === value) ?? []);
  }
  if (name !== "score") return options;
  return [...options].sort((one, other) => {
    const [left, right] = [splitScore(one.value), splitScore(other.value)];
    if (left.evaluator !== right.evaluator) return left.evaluator < right.evaluator ? -1 : 1;
    return left.band - right.band;
  });
}

function splitScore(value: string): { readonly evaluator: string; readonly band: number } {
  const cut = value.lastIndexOf(":");
  const band = scoreBands.findIndex((each) => each === value.slice(cut + 1));
  return { evaluator: value.slice(0, cut), band };
}
