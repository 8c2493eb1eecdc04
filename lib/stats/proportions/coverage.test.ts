import { describe, expect, it } from "vitest";
import { z } from "zod";
import { seededRandom } from "@/lib/testing/seeded-random";
import { statVectors } from "@/lib/testing/stat-vectors";
import { bootstrapInterval } from "../bootstrap-interval";
import { clopperPearsonInterval } from "./clopper-pearson-interval";
import { funnelLimits, overdispersion } from "../charts/funnel";
import type { Interval } from "../interval";
import { newcombeDifference, newcombePairedDifference } from "./newcombe-difference";
import { normalQuantile } from "../quantiles/normal-quantile";
import { errorAdjusted, errorAdjustedOfAll, roganGladen } from "./rogan-gladen";
import { standardiseDirectly, standardiseIndirectly } from "./standardise";
import { stratifiedDifference } from "./stratified-difference";
import { addSums, sumsOf } from "../sums";
import { wilsonInterval } from "./wilson-interval";

const random = seededRandom(29);
const uniform = () => (random.below(1e9) + 0.5) / 1e9;
const between = (low: number, high: number) => low + uniform() * (high - low);
const hitsOf = (of: number, share: number) => {
  let hits = 0;
  for (let each = 0; each < of; each += 1) hits += Number(uniform() < share);
  return hits;
};
const proportion = (of: number, share: number) => ({ hits: hitsOf(of, share), of });

/** Share of simulated intervals that contain the true value. */
function coverage(
  times: number,
  simulate: () => { readonly truth: number; readonly interval: Interval | null | undefined },
): number {
  let held = 0;
  for (let each = 0; each < times; each += 1) {
    const { truth, interval } = simulate();
    if (interval && interval[0] <= truth && truth <= interval[1]) held += 1;
  }
  return held / times;
}

/** Within four standard errors of the simulation around 95 %, plus the approximation's error. */
function expectNominal(covered: number, times: number, approximate = 0.005): void {
  const error = Math.sqrt((0.95 * 0.05) / times);
  expect(covered).toBeGreaterThan(0.95 - 4 * error - approximate);
  expect(covered).toBeLessThan(0.95 + 4 * error + approximate);
}

describe("95 intervals of 100 hold the truth", () => {
  it("of one proportion: Wilson's on average, the exact one at least so often", () => {
    const times = 6000;
    const draw = () => ({ truth: between(0.03, 0.97), of: 5 + random.below(195) });
    const wilson = coverage(times, () => {
      const { truth, of } = draw();
      return { truth, interval: wilsonInterval(hitsOf(of, truth), of) };
    });
    expectNominal(wilson, times);
    const exact = coverage(times, () => {
      const { truth, of } = draw();
      return { truth, interval: clopperPearsonInterval(hitsOf(of, truth), of) };
    });
    expect(exact).toBeGreaterThan(0.95);
  });

  it("of the difference of two proportions, independent and paired", () => {
    const times = 6000;
    const independent = coverage(times, () => {
      const [p, q] = [between(0.05, 0.95), between(0.05, 0.95)];
      const [one, other] = [30 + random.below(200), 30 + random.below(200)];
      const found = newcombeDifference(proportion(one, p), proportion(other, q));
      return { truth: p - q, interval: found?.interval };
    });
    expectNominal(independent, times);
    const paired = coverage(times, () => {
      const [worse, better] = [between(0.03, 0.15), between(0.03, 0.15)];
      const counts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
      for (let each = 0; each < 200; each += 1) {
        const at = uniform();
        if (at < worse) counts.onlyFirst += 1;
        else if (at < worse + better) counts.onlySecond += 1;
        else if (at < worse + better + 0.6) counts.both += 1;
        else counts.neither += 1;
      }
      return { truth: better - worse, interval: newcombePairedDifference(counts)?.interval };
    });
    expectNominal(paired, times, 0.01);
  });

  /** Customers with several cases each, some of whom always fail: a customer's cases are correlated. */
  const customers = (count: number) =>
    Array.from({ length: count }, () => {
      const share = uniform() < 0.5 ? between(0.3, 0.7) : between(0.8, 1);
      const of = 1 + random.below(6);
      return { hits: hitsOf(of, share), of };
    });
  const shareOf = (sample: readonly { hits: number; of: number }[]) => {
    const add = (key: "hits" | "of") => sample.reduce((sum, each) => sum + each[key], 0);
    return add("hits") / add("of");
  };

  it("of a share where customers are drawn, not where their cases are", () => {
    const times = 600;
    const truth = (0.5 + 0.9) / 2;
    const byCustomer = coverage(times, () => {
      const options = { samples: 300, below: random.below };
      return { truth, interval: bootstrapInterval(customers(120), shareOf, options) };
    });
    expectNominal(byCustomer, times, 0.015);
    const byCase = coverage(times, () => {
      const all = customers(120);
      const add = (key: "hits" | "of") => all.reduce((sum, each) => sum + each[key], 0);
      return { truth, interval: wilsonInterval(add("hits"), add("of")) };
    });
    expect(byCase).toBeLessThan(byCustomer);
  });

  it("of a share behind an evaluator that errs, whose errors were measured on some labels only", () => {
    const times = 6000;
    const errAs = (sensitivity: number, specificity: number, labelled: number) =>
      coverage(times, () => {
        const truth = between(0.1, 0.9);
        const said = truth * sensitivity + (1 - truth) * (1 - specificity);
        const found = errorAdjusted(proportion(400, said), {
          sensitivity: proportion(labelled, sensitivity),
          specificity: proportion(labelled, specificity),
        });
        return { truth, interval: found?.interval };
      });
    expectNominal(errAs(0.9, 0.85, 100), times, 0.015);
    expectNominal(errAs(0.8, 0.7, 60), times, 0.015);
  });

  it("of such a share of more things than the evaluator decides", () => {
    const times = 6000;
    const errAs = (sensitivity: number, specificity: number, labelled: number) =>
      coverage(times, () => {
        const [good, decided] = [between(0.1, 0.9), between(0.2, 0.9)];
        const said = good * sensitivity + (1 - good) * (1 - specificity);
        const asked = hitsOf(400, decided);
        const found = errorAdjustedOfAll(proportion(asked, said), 400, {
          sensitivity: proportion(labelled, sensitivity),
          specificity: proportion(labelled, specificity),
        });
        return { truth: good * decided, interval: found?.interval };
      });
    expectNominal(errAs(0.9, 0.85, 100), times, 0.015);
    expectNominal(errAs(0.8, 0.7, 60), times, 0.015);
  });

  const types = [
    { share: 0.5, mean: 0.1 },
    { share: 0.3, mean: 0.8 },
    { share: 0.2, mean: 1.5 },
  ];
  /** Touchpoints: at least one, with a long tail. */
  const touchpoints = (mean: number) => 1 + Math.floor(-Math.log(uniform()) * mean);
  const meanTouchpoints = (mean: number) => 1 + 1 / (Math.exp(1 / mean) - 1);

  it("of standardised means, directly, indirectly and as a difference within strata", () => {
    const times = 3000;
    const draw = (more: number) =>
      types.map(({ share, mean }) =>
        sumsOf(Array.from({ length: Math.round(share * 300) }, () => touchpoints(mean) + more)),
      );
    const truths = types.map(({ mean }) => meanTouchpoints(mean));
    const mix = [0.2, 0.3, 0.5];
    const direct = coverage(times, () => {
      const strata = draw(0).map((own, index) => ({ own, weight: mix[index] ?? 0 }));
      const truth = truths.reduce((sum, each, index) => sum + each * (mix[index] ?? 0), 0);
      return { truth, interval: standardiseDirectly(strata)?.interval };
    });
    expectNominal(direct, times, 0.01);
    const indirect = coverage(times, () => {
      const reference = truths.map((mean) => ({ count: 1e6, sum: mean * 1e6, squares: 0 }));
      const strata = draw(0.5).map((own, at) => ({ own, all: reference[at] ?? addSums([]) }));
      const expected = types.reduce((sum, { share }, at) => sum + share * (truths[at] ?? 0), 0);
      return { truth: 1 + 0.5 / expected, interval: standardiseIndirectly(strata)?.ratio.interval };
    });
    expectNominal(indirect, times, 0.01);
    const within = coverage(times, () => {
      const [one, other] = [draw(0.5), draw(0)];
      const strata = one.map((each, at) => ({ one: each, other: other[at] ?? addSums([]) }));
      return { truth: 0.5, interval: stratifiedDifference(strata, 30)?.interval };
    });
    expectNominal(within, times, 0.01);
  });
});

describe("roganGladen", () => {
  it("gives the published vectors, and nothing for an evaluator that guesses", () => {
    const schema = z
      .array(z.object({ apparent: z.number(), se: z.number(), sp: z.number(), theta: z.number() }))
      .min(4);
    for (const { apparent, se, sp, theta } of statVectors("rogan_gladen", schema)) {
      expect(roganGladen(apparent, se, sp)).toBeCloseTo(theta, 12);
    }
    expect(roganGladen(0.5, 0.4, 0.6)).toBeNull();
    expect(roganGladen(0.02, 0.9, 0.9)).toBe(0);
  });

  it("is less sure than the share itself", () => {
    const labelled = { hits: 90, of: 100 };
    const apparent = { hits: 312, of: 400 };
    const found = errorAdjusted(apparent, { sensitivity: labelled, specificity: labelled });
    const plain = wilsonInterval(312, 400) ?? [0, 0];
    const [low, high] = found?.interval ?? [0, 0];
    expect(found?.value).toBeCloseTo(0.85, 12);
    expect(high - low).toBeGreaterThan(plain[1] - plain[0]);
    const none = { hits: 0, of: 0 };
    expect(errorAdjusted(apparent, { sensitivity: labelled, specificity: none })).toBeNull();
  });
});

describe("the funnel", () => {
  const outside = (varies: number) => {
    let [out, all] = [0, 0];
    for (let set = 0; set < 300; set += 1) {
      const units = Array.from({ length: 20 }, () => {
        const own = Math.min(0.99, Math.max(0.01, 0.7 + varies * normalQuantile(uniform())));
        return proportion(200, own);
      });
      const dispersion = overdispersion(units, 0.7);
      const [low, high] = funnelLimits({ target: 0.7, of: 200 }, 1.96, dispersion);
      all += units.length;
      out += units.filter(({ hits, of }) => hits / of < low || hits / of > high).length;
    }
    return out / all;
  };

  it("has 1 unit in 20 outside by chance, and about as many where units vary more than chance", () => {
    expect(outside(0)).toBeGreaterThan(0.035);
    expect(outside(0)).toBeLessThan(0.06);
    // Without widening it would be 40 %.
    expect(outside(0.06)).toBeLessThan(0.13);
  });

  it("takes fewer than two units as varying by chance", () => {
    expect(overdispersion([{ hits: 0, of: 9 }], 0.5)).toBe(1);
    expect(funnelLimits({ target: 0.5, of: 1 }, 3.09, 1)).toEqual([0, 1]);
  });
});
