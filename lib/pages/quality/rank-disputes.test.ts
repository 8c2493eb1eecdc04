import { describe, expect, it } from "vitest";
import type { Dispute } from "@/lib/domain/quality/comparison";
import { rankDisputes } from "./rank-disputes";

const dispute = (caseId: string, ours: number, theirs: number): Dispute => ({
  caseId,
  kind: "interaction",
  ordinal: 0,
  ours,
  theirs,
  by: { kind: "person" },
});

describe("what others contradict", () => {
  it("stands in the order of how far they are apart, whoever is higher", () => {
    const ranked = rankDisputes(
      [dispute("a", 0.6, 0.4), dispute("b", 0.1, 1), dispute("c", 0.9, 0.2)],
      10,
    );
    expect(ranked.map(({ caseId }) => caseId)).toEqual(["b", "c", "a"]);
    expect(rankDisputes(ranked, 2).map(({ caseId }) => caseId)).toEqual(["b", "c"]);
  });

  it("is not what stands on the same side of 0.5", () => {
    expect(rankDisputes([dispute("a", 0.5, 1), dispute("b", 0.49, 0)], 10)).toEqual([]);
  });

  it("is each score once, with whoever is farthest from it", () => {
    const ranked = rankDisputes([dispute("a", 0.6, 0.4), dispute("a", 0.6, 0)], 10);
    expect(ranked.map(({ theirs }) => theirs)).toEqual([0]);
    const places = [dispute("a", 0.6, 0), { ...dispute("a", 0.6, 0), ordinal: 1 }];
    expect(rankDisputes(places, 10)).toHaveLength(2);
  });
});
