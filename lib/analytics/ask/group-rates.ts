import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import type { CaseSet } from "../counts/case-set";
import { sampleOf } from "../counts/sample";

export type GroupRate = {
  /** As a facet names it. */
  readonly value: string;
  readonly sums: ClusterSums;
};

/** A share by group, and that of the whole that contains all groups; groups may overlap. */
export type GroupRates = { readonly groups: readonly GroupRate[]; readonly all: ClusterSums };

/** A group's counts, each case independent. */
export type CountedGroup = { readonly value: string; readonly rate: Proportion };

type Reading = {
  /** The indices of a case's groups among those counted. */
  readonly groupsOf: (key: number) => Iterable<number>;
  /** 0 outside the denominator, 1 in it, 2 a hit. */
  readonly endOf: (key: number) => number;
};

/**
 * Adds the clustering by customer to a breakdown's counts, group by group. In many cases it is estimated from a sample
 * of customers, as in every other figure.
 * @param counted the groups' counts, and those of the whole
 */
export function groupRates(
  cases: CaseSet,
  counted: { readonly groups: readonly CountedGroup[]; readonly all: Proportion },
  { groupsOf, endOf }: Reading,
): GroupRates {
  const sample = sampleOf(cases);
  const { positions, starts, weight } = sample.together("cases");
  const keys = sample.places("cases");
  const whole = counted.groups.length;
  const tally = createTally(whole + 1);
  for (let customer = 0; customer + 1 < starts.length; customer += 1) {
    for (const position of positions.subarray(starts[customer], starts[customer + 1])) {
      const key = keys[position] ?? 0;
      const end = endOf(key);
      if (end === 0) continue;
      tally.add(whole, end === 2);
      for (const group of groupsOf(key)) tally.add(group, end === 2);
    }
    tally.endCustomer();
  }
  return {
    groups: counted.groups.map(({ value, rate }, at) => ({
      value,
      sums: tally.sumsOf(at, rate, weight),
    })),
    all: tally.sumsOf(whole, counted.all, weight),
  };
}

/** The clustering of each group: sums of customers with several cases beyond those of independent cases. */
function createTally(groups: number) {
  const column = () => new Float64Array(groups);
  const [ownHits, own] = [column(), column()];
  const [hitsSquared, product, ofSquared] = [column(), column(), column()];
  const touched: number[] = [];
  const addTo = (sums: Float64Array, at: number, by: number) => {
    sums[at] = (sums[at] ?? 0) + by;
  };
  return {
    add: (group: number, isHit: boolean) => {
      if (own[group] === 0) touched.push(group);
      addTo(own, group, 1);
      addTo(ownHits, group, Number(isHit));
    },
    endCustomer: () => {
      for (const group of touched) {
        const [hits, of] = [ownHits[group] ?? 0, own[group] ?? 0];
        addTo(hitsSquared, group, hits * (hits - 1));
        addTo(product, group, hits * (of - 1));
        addTo(ofSquared, group, of * (of - 1));
        ownHits[group] = 0;
        own[group] = 0;
      }
      touched.length = 0;
    },
    sumsOf: (group: number, { hits, of }: Proportion, weight: number): ClusterSums => ({
      ...{ hits, of },
      hitsSquared: hits + weight * (hitsSquared[group] ?? 0),
      product: hits + weight * (product[group] ?? 0),
      ofSquared: of + weight * (ofSquared[group] ?? 0),
    }),
  };
}
