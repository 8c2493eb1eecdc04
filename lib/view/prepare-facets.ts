import { closureEvidences, handoffKinds } from "@/lib/domain/case";
import { channels } from "@/lib/domain/channel";
import { agentsValues, scoreBands, type FacetName } from "@/lib/rollup/case-facets";
import type { CasesPageModel, Facet, FacetOption } from "./cases-page-model";
import type { CaseFacets } from "./cases-query";
import { outcomesByUrgency } from "./wording";

type Counts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

const optionsMax = 12;

/** Facets whose values have an order of their own; the others go by frequency. */
const ordered: Partial<Readonly<Record<FacetName, readonly string[]>>> = {
  channel: channels,
  outcome: outcomesByUrgency,
  handoff: handoffKinds,
  evidence: closureEvidences,
  agents: agentsValues,
  risk: ["high", "medium", "low", "unknown"],
};

/** Lays out each facet's options: those that lead to cases, and the chosen ones, which must stay to be unchosen. */
export function prepareFacets(counts: Counts, chosen: CaseFacets): CasesPageModel["facets"] {
  const facet = (name: FacetName): Facet => prepareFacet(name, counts[name], chosen[name]);
  return {
    channel: facet("channel"),
    outcome: facet("outcome"),
    path: facet("path"),
    switch: facet("switch"),
    handoff: facet("handoff"),
    evidence: facet("evidence"),
    type: facet("type"),
    agents: facet("agents"),
    risk: facet("risk"),
    score: facet("score"),
    release: facet("release"),
  };
}

function prepareFacet(
  name: FacetName,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
): Facet {
  const all = [...new Set([...counts.keys(), ...chosen])].map((value) => ({
    value,
    count: counts.get(value) ?? 0,
  }));
  const byCount = [...all].sort(
    (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
  );
  const options = byCount.filter(
    ({ value }, index) => index < optionsMax || chosen.includes(value),
  );
  return { options: arrange(name, options), more: byCount.length - options.length };
}

function arrange(name: FacetName, options: readonly FacetOption[]): readonly FacetOption[] {
  const order = ordered[name];
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
