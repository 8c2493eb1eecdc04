import { describe, expect, it } from "vitest";
import type { Interval } from "../interval";
import { sumsOf } from "../sums";
import { clopperPearsonInterval } from "./clopper-pearson-interval";
import { effectivePairs } from "./clustered-pairs";
import { widened } from "./design-effect";
import { exactMcnemar } from "./exact-mcnemar";
import { fisherExact } from "./fisher-exact";
import { newcombeDifference, newcombePairedDifference } from "./newcombe-difference";
import { dropSeenByMcnemar, mcnemarPower } from "./power";
import { errorAdjusted, errorAdjustedOfAll } from "./rogan-gladen";
import { standardiseDirectly, standardiseIndirectly } from "./standardise";
import { stratifiedDifference } from "./stratified-difference";
import { wilsonInterval } from "./wilson-interval";

function expectInterval(found: Interval | null | undefined, expected: Interval, digits = 10): void {
  expect(found?.[0]).toBeCloseTo(expected[0], digits);
  expect(found?.[1]).toBeCloseTo(expected[1], digits);
}

describe("intervals of a proportion, as in SciPy's binomtest(…).proportion_ci", () => {
  it.each([
    [8, 10, 0.95, [0.4901624715366418, 0.9433178485456248]],
    [8, 10, 0.9, [0.5407928056874879, 0.9314420122624679]],
    [81, 263, 0.99, [0.2401369026876077, 0.3852825023182298]],
    [1, 7, 0.95, [0.0256796243447436, 0.5131278292743189]],
    [0, 15, 0.95, [0, 0.2038833010358486]],
  ] as const)("Wilson's of %d of %d at %d", (hits, of, level, expected) => {
    expectInterval(wilsonInterval(hits, of, level), expected);
  });

  it.each([
    [8, 10, 0.95, [0.4439045376923585, 0.9747892736731665]],
    [8, 10, 0.9, [0.4930986989367976, 0.9632285621125349]],
    [1, 7, 0.99, [0.0007158210811238, 0.6849116392471012]],
    [0, 15, 0.95, [0, 0.2180193609108388]],
    [15, 15, 0.95, [0.7819806390891612, 1]],
  ] as const)("Clopper and Pearson's of %d of %d at %d", (hits, of, level, expected) => {
    expectInterval(clopperPearsonInterval(hits, of, level), expected);
  });

  it("Clopper and Pearson's begins at 0 to the last bit", () => {
    expect(clopperPearsonInterval(0, 15)?.[0]).toBe(0);
  });
});

describe("exactMcnemar, as in SciPy's binomtest and binom.pmf", () => {
  it.each([
    [7, 1, 0.03515625, 0.0703125, 0.01953125, 0.0390625],
    [1, 7, 0.99609375, 0.0703125, 0.98046875, 0.0390625],
    [12, 5, 0.0717315673828125, 0.143463134765625, 0.048126220703125, 0.09625244140625],
    [5, 5, 0.623046875, 1, 0.5, 1],
    [0, 3, 1, 0.25, 0.9375, 0.125],
  ])("of %d worse and %d better", (worse, better, oneSided, twoSided, midOneSided, midTwoSided) => {
    const found = exactMcnemar(worse, better);
    expect(found.oneSided).toBeCloseTo(oneSided, 10);
    expect(found.twoSided).toBeCloseTo(twoSided, 10);
    expect(found.midOneSided).toBeCloseTo(midOneSided, 10);
    expect(found.midTwoSided).toBeCloseTo(midTwoSided, 10);
  });
});

describe("fisherExact, as in SciPy's fisher_exact", () => {
  it.each([
    [1, 10, 11, 14, 0.00275945618522],
    [0, 10, 4, 10, 0.08668730650155],
    [5, 5, 1, 5, 0.04761904761905],
    [30, 100, 15, 100, 0.01714902276841],
    [7, 7, 0, 2, 0.02777777777778],
  ])("of %d in %d and %d in %d", (hits, of, otherHits, otherOf, expected) => {
    const [one, other] = [
      { hits, of },
      { hits: otherHits, of: otherOf },
    ];
    expect(fisherExact(one, other)).toBeCloseTo(expected, 10);
    expect(fisherExact(other, one)).toBeCloseTo(expected, 10);
  });
});

describe("newcombeDifference, as in statsmodels' confint_proportions_2indep", () => {
  it.each([
    [56, 70, 48, 80, 0.95, [0.052431472402365, 0.333872654036906]],
    [56, 70, 48, 80, 0.99, [0.0053708692500784, 0.3718084317757736]],
    [9, 10, 3, 10, 0.95, [0.1705227239345029, 0.809017973535488]],
    [10, 10, 0, 20, 0.95, [0.6790860371419145, 1]],
    [5, 56, 0, 29, 0.95, [-0.0381371479035369, 0.1925600138551117]],
  ] as const)(
    "of %d in %d less %d in %d at %d",
    (hits, of, otherHits, otherOf, level, expected) => {
      const found = newcombeDifference({ hits, of }, { hits: otherHits, of: otherOf }, level);
      expectInterval(found?.interval, expected);
    },
  );
});

it("there is no difference from nothing", () => {
  expect(newcombeDifference({ hits: 1, of: 2 }, { hits: 0, of: 0 })).toBeNull();
});

describe("newcombePairedDifference", () => {
  it("gives the paper's example: 36, 12, 2 and 0 (1998, Statistics in Medicine 17: 2635–2650)", () => {
    const found = newcombePairedDifference({ both: 36, onlyFirst: 2, onlySecond: 12, neither: 0 });
    expect(found?.value).toBeCloseTo(0.2, 12);
    expectInterval(found?.interval, [0.0569, 0.3404], 4);
  });

  it("gives the children before and after a transplant of Fagerland, Lydersen and Laake (2014)", () => {
    const found = newcombePairedDifference({ both: 1, onlyFirst: 7, onlySecond: 1, neither: 12 });
    expectInterval(found?.interval, [-0.507, -0.026], 3);
  });

  /** By the paper's formula in another program: pairs that agree more than by chance, and at another level. */
  it.each([
    [20, 2, 12, 16, 0.95, [0.0561564248417483, 0.3292069954001405]],
    [20, 2, 12, 16, 0.9, [0.0790093527418478, 0.3104620560555095]],
    [212, 256, 144, 707, 0.95, [-0.1141915328050671, -0.0554334726843329]],
    [0, 0, 29, 1, 0.95, [0.7915295742865772, 0.9940914096183874]],
    [98, 0, 1, 1, 0.95, [-0.031769925761925, 0.0578038287934585]],
  ] as const)(
    "of %d with both, %d and %d with one, %d with neither, at %d",
    (both, onlyFirst, onlySecond, neither, level, expected) => {
      const found = newcombePairedDifference({ both, onlyFirst, onlySecond, neither }, level);
      expectInterval(found?.interval, expected);
    },
  );
});

describe("errorAdjusted, as in R's asht::prevSeSp", () => {
  const errors = { sensitivity: { hits: 48, of: 50 }, specificity: { hits: 89, of: 100 } };
  it.each([
    [0.95, [0, 0.1475439702506713]],
    [0.9, [0, 0.1303468543874476]],
  ] as const)("of few at a level of %d", (level, expected) => {
    const found = errorAdjusted({ hits: 23, of: 150 }, errors, level);
    expect(found?.value).toBeCloseTo(0.0509803921568629, 12);
    expectInterval(found?.interval, expected);
  });

  it("of most", () => {
    const measured = { sensitivity: { hits: 90, of: 100 }, specificity: { hits: 70, of: 80 } };
    const found = errorAdjusted({ hits: 312, of: 400 }, measured);
    expect(found?.value).toBeCloseTo(0.8451612903225808, 12);
    expectInterval(found?.interval, [0.7657135271283875, 0.9403363528803947]);
  });
});

describe("errorAdjusted", () => {
  /** As R's function, but with its smoothed share cut to 0 … 1 before the interval is put around it. */
  it.each([
    [{ hits: 5, of: 200 }, { hits: 18, of: 20 }, { hits: 80, of: 100 }, 0, [0, 0.1128286851189325]],
    [
      { hits: 380, of: 400 },
      { hits: 60, of: 80 },
      { hits: 45, of: 60 },
      1,
      [0.8181500536448977, 1],
    ],
  ] as const)("of %j stays within 0 and 1", (share, sensitivity, specificity, value, interval) => {
    const found = errorAdjusted(share, { sensitivity, specificity });
    expect(found?.value).toBe(value);
    expectInterval(found?.interval, interval);
  });

  const apparent = { hits: 30, of: 100 };
  const well = { hits: 90, of: 100 };
  const none = { hits: 0, of: 0 };
  it.each([
    ["nothing was counted", none, well, well],
    ["nothing good was labelled", apparent, none, well],
    ["nothing bad was labelled", apparent, well, none],
    ["the evaluator guesses", apparent, { hits: 40, of: 100 }, { hits: 60, of: 100 }],
    [
      "it does no better, but for the smoothing",
      apparent,
      { hits: 0, of: 1 },
      { hits: 99, of: 100 },
    ],
    [
      "it does better only without the smoothing",
      apparent,
      { hits: 1, of: 1 },
      { hits: 1, of: 100 },
    ],
    // Smoothed to 2 ∕ 3 and 1 ∕ 3.
    ["it guesses once smoothed", apparent, { hits: 1, of: 1 }, { hits: 1, of: 4 }],
  ])("is null where %s", (_, share, sensitivity, specificity) => {
    expect(errorAdjusted(share, { sensitivity, specificity })).toBeNull();
  });
});

describe("errorAdjustedOfAll", () => {
  const errors = { sensitivity: { hits: 90, of: 100 }, specificity: { hits: 70, of: 80 } };
  const decided = { hits: 312, of: 400 };

  /** In NumPy: the share of decided ones by statsmodels' Wilson interval, squared distances added. */
  it("counts the undecided as not good, and is less sure of them", () => {
    const found = errorAdjustedOfAll(decided, 500, errors);
    expect(found?.value).toBeCloseTo(0.6761290322580646, 12);
    expectInterval(found?.interval, [0.6051863737958225, 0.757133822706087]);
  });

  it("is errorAdjusted where all are decided, and null where that is", () => {
    expect(errorAdjustedOfAll(decided, 400, errors)).toEqual(errorAdjusted(decided, errors));
    expect(errorAdjustedOfAll({ hits: 0, of: 0 }, 500, errors)).toBeNull();
    expect(errorAdjustedOfAll({ hits: 0, of: 0 }, 0, errors)).toBeNull();
  });
});

describe("effectivePairs", () => {
  it("divides each count by the variance between clusters over that within", () => {
    const none = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
    const found = effectivePairs([
      { ...none, both: 1, onlySecond: 1 },
      { ...none, onlyFirst: 2 },
      { ...none, neither: 2 },
      { ...none, onlySecond: 2 },
    ]);
    // A mean change of 1 ∕ 8: Σ (change − 2 ∕ 8)² is 8.75, and 5 − 8 ∕ 64 is 4.875.
    const effect = 8.75 / 4.875;
    expect(found.both).toBeCloseTo(1 / effect, 12);
    expect(found.onlyFirst).toBeCloseTo(2 / effect, 12);
    expect(found.onlySecond).toBeCloseTo(3 / effect, 12);
    expect(found.neither).toBeCloseTo(2 / effect, 12);
  });
});

describe("widened", () => {
  it("widens each half of an interval by the square root of the effect, and keeps the rest", () => {
    const figure = { value: 10, interval: [8, 13], name: "x" } as const;
    expect(widened(figure, 4)).toEqual({ value: 10, interval: [6, 16], name: "x" });
  });
});

describe("McNemar's power", () => {
  it("is the chance of seven or eight of eight where every pair changes", () => {
    expect(mcnemarPower(8, 0.8, 0.2)).toBeCloseTo(8 * 0.8 ** 7 * 0.2 + 0.8 ** 8, 12);
  });

  it("sees no drop that leaves fewer than no pair unchanged", () => {
    // Five of five must become worse: at most 0.9⁵ where one in ten becomes better.
    expect(dropSeenByMcnemar(5, 0.1, 0.6)).toBeNull();
    expect(dropSeenByMcnemar(5, 0.1, 0.59)).toBeCloseTo(0.8, 3);
  });
});

/** By NumPy: means, and variances with ddof=1. */
describe("standardised means", () => {
  const [few, more] = [sumsOf([1, 2, 2, 3, 1]), sumsOf([4, 6, 5])];
  const [ten, eleven] = [
    sumsOf([1, 2, 2, 3, 1, 2, 4, 2, 1, 2]),
    sumsOf([4, 6, 5, 5, 7, 3, 5, 6, 4, 5, 5]),
  ];

  it("indirectly", () => {
    const whole = {
      fifty: { count: 50, sum: 100, squares: 0 },
      twenty: { count: 20, sum: 80, squares: 0 },
    };
    const nobody = { own: sumsOf([]), all: sumsOf([]) };
    const strata = [{ own: few, all: whole.fifty }, { own: more, all: whole.twenty }, nobody];
    const found = standardiseIndirectly(strata);
    expect(found?.expected).toBe(22);
    expect(found?.ratio.value).toBeCloseTo(24 / 22, 12);
    expectInterval(found?.ratio.interval, [0.863775122656618, 1.3180430591615635]);
    expect(found?.adjusted.value).toBeCloseTo(2.8051948051948052, 12);
    expectInterval(found?.adjusted.interval, [2.2211360296884464, 3.3892535807011637]);
  });

  it("directly, and of no mix in which one type has too few", () => {
    const strata = [
      { own: ten, weight: 30 },
      { own: eleven, weight: 10 },
    ];
    const found = standardiseDirectly(strata);
    expect(found?.value).toBeCloseTo(2.75, 12);
    expectInterval(found?.interval, [2.282811916118083, 3.217188083881917]);
    expect(standardiseDirectly([...strata, { own: few, weight: 1 }])).toBeNull();
  });

  it("as a difference within strata, without those in which either arm has too few", () => {
    const strata = [
      { one: ten, other: sumsOf([2, 3, 1, 4, 2, 3, 5, 2, 1, 2, 2, 4]) },
      { one: eleven, other: sumsOf([5, 7, 6, 4, 6, 8, 5, 7, 6, 4]) },
      { one: few, other: ten },
      { one: ten, other: more },
    ];
    const found = stratifiedDifference(strata, 10);
    expect(found).toMatchObject({ strata: 2, leftOut: 28 });
    expect(found?.value).toBeCloseTo(-0.6894736842105263, 12);
    expectInterval(found?.interval, [-1.3803626936347635, 0.0014153252137108]);
  });
});
