import { isNotGiven } from "../facets/child-traits";
import { noFacets } from "../facets/registry";
import type { ChildOwner } from "../ask/list";
import type { Snapshot } from "../ask/snapshot";
import { orderRange, valuesOf } from "../select/order-range";
import { childTies } from "../select/tie-order";
import { ownerOf, selectChildren, type ChildFilter } from "../select/select-children";
import { drawPositions } from "@/lib/stats/draw-positions";
import { seededBelow } from "@/lib/stats/seeded-below";

export type Draw = {
  /** A whole number; the random part follows from it and from the population in order of time. */
  readonly seed: number;
  /** How many of each part; fewer are drawn from a smaller population. */
  readonly random: number;
  readonly risk: number;
  /** How bad it is if a rule's disclosure is not given; higher is worse. */
  readonly severityOf: (rule: string) => number;
};

export type Drawn = {
  readonly population: number;
  readonly random: readonly ChildOwner[];
  /** Of the others: not given first, then by severity, then in high-risk cases, then the latest. */
  readonly risk: readonly ChildOwner[];
};

/** Draws disclosures of some cases. @param filter of the disclosures */
export function drawSample(cases: Snapshot, filter: ChildFilter, draw: Draw): Drawn {
  const { disclosures } = cases.table;
  const chosen = selectChildren(cases.table, "disclosures", cases.selection().keys, filter);
  const { atUs } = disclosures.instants;
  const ties = childTies(cases.table, disclosures);
  const inTime = orderRange(
    chosen,
    valuesOf(chosen, (place) => atUs[place] ?? 0),
    0,
    Infinity,
    { ties },
  );
  const population = inTime.length;
  const random = drawPositions(population, draw.random, seededBelow(draw.seed)).map(
    (position) => inTime[position] ?? 0,
  );
  const isDrawn = new Set(random);
  const others = inTime.filter((place) => !isDrawn.has(place));
  const riskOf = riskScore(cases, draw.severityOf);
  const values = valuesOf(others, (place) => -riskOf(place) * usMax - (atUs[place] ?? 0));
  const risk = orderRange(others, values, 0, draw.risk, { ties });
  const owners = (places: Uint32Array) =>
    Array.from(places, (place) => ownerOf(disclosures, place));
  return { population, random: owners(random), risk: owners(risk) };
}

/** Above every instant, which is below 2^51 for the next decades. */
const usMax = 2 ** 51;

function riskScore(
  { table, ever }: Snapshot,
  severityOf: (rule: string) => number,
): (place: number) => number {
  const { caseKey, dimensionGroups } = table.disclosures;
  const { codes, combinations } = dimensionGroups.disclosures;
  const isHighRisk = new Set(
    ever({ facets: { ...noFacets, risk: ["high"] }, metric: null }).selection().keys,
  );
  const scores = combinations.values.map(
    ({ status, rule }) => 2 * (severityOf(rule) + (isNotGiven(status) ? severitiesMax : 0)),
  );
  return (place) => (scores[codes[place] ?? 0] ?? 0) + Number(isHighRisk.has(caseKey[place] ?? 0));
}

/** Above every severity, so that what was not given comes first. */
const severitiesMax = 10;
