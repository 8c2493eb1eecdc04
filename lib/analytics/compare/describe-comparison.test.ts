import { describe, expect, it } from "vitest";
import type { ArmComparison, ArmEstimate } from "./compare-arms";
import { comparedMetrics } from "./compared-metrics";
import { comparedTitle, prepareCompareLede } from "./describe-comparison";

const sums = { count: 70, sum: 140 };
const mean = { value: 2, interval: null };
const of = (crude: ArmEstimate | null, difference: ArmEstimate | null): ArmComparison => ({
  ...{ a: sums, b: sums, crude, strata: [], least: 30 },
  adjusted: difference === null ? null : { a: mean, b: mean, difference },
});
const touches = comparedMetrics.find(({ id }) => id === "touchpoints_per_case");
if (touches === undefined) throw new Error("The metric is gone.");
const rowsFor = (comparison: ArmComparison) => [{ metric: touches, comparison }];

describe("the finding of the Compare page", () => {
  it("says that it turns over where like is compared with like", () => {
    const turned = of(
      { value: 1.1, interval: [0.8, 1.4] },
      { value: -0.5, interval: [-0.8, -0.2] },
    );
    expect(prepareCompareLede(rowsFor(turned), "a-3", "b-3")).toEqual({
      lead: expect.stringMatching(
        /: lower with b-3 than with a-3 .* \(−0\.50\), not certain yet\.$/u,
      ) as string,
      rest: expect.stringMatching(/ the other way round \(\+1\.10\), because b-3 /u) as string,
    });
    expect(comparedTitle({ metric: touches, comparison: turned }, "a-3", "b-3")).toContain(
      "the other way round",
    );
  });

  it("claims nothing that the interval does not", () => {
    const unclear = of({ value: 0.4, interval: [0.1, 0.7] }, { value: 0.2, interval: [-0.1, 0.5] });
    expect(prepareCompareLede(rowsFor(unclear), "a", "b").lead).toMatch(/^No clear .* a and b\.$/u);
    expect(comparedTitle({ metric: touches, comparison: unclear }, "a", "b")).toMatch(
      /^Contacts per case: no clear/u,
    );
    expect(
      prepareCompareLede(rowsFor(of({ value: 1, interval: [0.5, 2] }, null)), "a", "b").lead,
    ).toMatch(/^a and b cannot/u);
  });
});
