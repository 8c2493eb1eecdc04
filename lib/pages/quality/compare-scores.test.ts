import { describe, expect, it } from "vitest";
import { compareScores } from "./compare-scores";

const pair = (caseId: string, ours: number, theirs: number) => ({ caseId, ours, theirs });

describe("scores of two on the same targets", () => {
  it("agree where they lie on the same side of a half, whatever the distance", () => {
    const { agreed, meanDifference } = compareScores([
      pair("A", 0.9, 0.5),
      pair("B", 0.1, 0.4),
      pair("C", 0.6, 0.4),
      pair("D", 0.2, 0.9),
    ]);
    expect(agreed).toMatchObject({ hits: 2, of: 4 });
    expect(meanDifference).toBeCloseTo((0.4 - 0.3 + 0.2 - 0.7) / 4);
  });

  it("disagree most where they are furthest apart, first", () => {
    const { disagreements } = compareScores([
      pair("C", 0.6, 0.4),
      pair("D", 0.2, 0.9),
      pair("E", 0.9, 0.6),
    ]);
    expect(disagreements.map(({ caseId }) => caseId)).toEqual(["D", "C"]);
  });

  it("have no κ where one of them says the same of all", () => {
    expect(compareScores([pair("A", 0.9, 0.9), pair("B", 0.1, 0.9)]).kappa).toBeNull();
    expect(compareScores([pair("A", 0.9, 0.9)]).kappa).toBeNull();
    const alike = [pair("A", 0.9, 0.9), pair("B", 0.1, 0.2)];
    expect(compareScores(alike).kappa?.value).toBe(1);
  });
});
