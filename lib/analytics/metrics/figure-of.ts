import { effectiveShare, type ClusterSums } from "@/lib/stats/proportions/clustered-share";
import type { Estimate } from "@/lib/stats/proportions/standardise";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import { entityOf } from "../facets/dimension-groups";
import { amountFigure } from "./amount-figure";
import { clusterShare, subsetTogether } from "../counts/belonging-together";
import type { Counts } from "../counts/counts";
import type { Figure, FigureCases } from "./figure";
import type { Metric, RatioMetric } from "./metric";
import { countDecided, countSubsets, codesIn } from "./places";
import { placesInSubset } from "./places-in-subset";

/** A metric's figure over some cases, at their table's `asOf`. */
export function figureOf(metric: Metric, counts: Counts): Figure {
  const { table } = counts;
  const { numerator: hits, ...rest } = countSubsets(table, metric, counts.byCode);
  const { denominator: of, waiting, unknown } = rest;
  const cases: FigureCases = { of, waiting, unknown };
  if (metric.unit === "ratio") {
    const sums = ratioSums(metric, counts, of);
    return { ...cases, unit: "ratio", sums, share: shareOf(sums) };
  }
  if (metric.unit !== "share") return amountFigure(metric, counts, cases, hits);
  const { sample } = counts;
  const sums = clusterShare({ hits, of }, sample.together(entityOf[metric.counts]), {
    codes: sample.codes(metric.counts),
    isOf: codesIn(table, metric, "denominator"),
    isHit: codesIn(table, metric, "numerator"),
  });
  const most = of + unknown;
  return {
    ...cases,
    ...{ unit: "share", hits, sums, share: shareOf(sums) },
    decided: countDecided(table, metric, of, counts.byCode),
    bounds: unknown === 0 ? null : [hits / most, (hits + unknown) / most],
  };
}

/** With Wilson's interval at the effective sample size. */
function shareOf(sums: ClusterSums): Estimate | null {
  const { hits, of } = effectiveShare(sums);
  const interval = wilsonInterval(hits, of);
  return interval === null ? null : { value: sums.hits / sums.of, interval };
}

/** The sums by customer of the denominator's smaller things. @param count of the denominator */
function ratioSums(metric: RatioMetric, counts: Counts, count: number): ClusterSums {
  const { table } = counts;
  const { things } = metric;
  const listed = entityOf[metric.counts];
  let [hits, of, hitsSquared, product, ofSquared] = [0, 0, 0, 0, 0];
  const room = new Uint32Array(count + 1);
  for (const place of placesInSubset(table, metric, "denominator", counts.places(listed), room)) {
    const [own, ownHits] = [things.of(table, place), things.hits(table, place)];
    hits += ownHits;
    of += own;
    hitsSquared += ownHits * ownHits;
    product += ownHits * own;
    ofSquared += own * own;
  }
  const { sample } = counts;
  const places = sample.places(listed);
  const { positions, starts, weight } = subsetTogether(sample.together(listed), {
    codes: sample.codes(metric.counts),
    isInSubset: codesIn(table, metric, "denominator"),
  });
  for (let customer = 0; customer + 1 < starts.length; customer += 1) {
    let [before, beforeHits] = [0, 0];
    for (const position of positions.subarray(starts[customer], starts[customer + 1])) {
      const place = places[position] ?? 0;
      const [own, ownHits] = [things.of(table, place), things.hits(table, place)];
      hitsSquared += weight * 2 * ownHits * beforeHits;
      product += weight * (ownHits * before + beforeHits * own);
      ofSquared += weight * 2 * own * before;
      before += own;
      beforeHits += ownHits;
    }
  }
  return { hits, of, hitsSquared, product, ofSquared };
}
