import { describe, expect, it } from "vitest";
import type { ClusterSums } from "./proportions/clustered-share";
import { clusterSums } from "@/lib/testing/cluster-sums";
import { seededBelow } from "./seeded-below";
import { compareWithLimit, compareWithRest } from "./compare-with-rest";

const added = (list: readonly ClusterSums[]): ClusterSums =>
  list.reduce(
    (all, each) => ({
      hits: all.hits + each.hits,
      of: all.of + each.of,
      hitsSquared: all.hitsSquared + each.hitsSquared,
      product: all.product + each.product,
      ofSquared: all.ofSquared + each.ofSquared,
    }),
    clusterSums(0, 0),
  );

const sides = (groups: readonly ClusterSums[], all: ClusterSums) =>
  compareWithRest(groups, all).map(({ side }) => side);

describe("a group", () => {
  it("is compared with all others of the whole, including those without a row", () => {
    const groups = [clusterSums(20, 100), clusterSums(80, 100)];
    expect(sides(groups, added(groups))).toEqual(["below", "above"]);
    expect(sides([clusterSums(62, 100)], clusterSums(100, 200))).toEqual(["above"]);
  });

  it("claims nothing of few, nor against few", () => {
    const groups = [clusterSums(0, 9), clusterSums(320, 400)];
    expect(sides(groups, added(groups))).toEqual(["none", "none"]);
  });

  it("counts what agrees by customer as one", () => {
    const [low, rest] = [
      [30, 60],
      [70, 100],
    ] as const;
    const ofAll = (together: number) => {
      const groups = [clusterSums(...low, together), clusterSums(...rest, together)];
      return sides(groups, added(groups));
    };
    expect(ofAll(1)).toEqual(["below", "above"]);
    expect(ofAll(4)).toEqual(["none", "none"]);
  });

  it("is named of several that are alike in at most one case in twenty", () => {
    const below = seededBelow(11);
    const sizes = [18, 45, 51, 37, 44, 44, 19, 13];
    const named = Array.from({ length: 2000 }, () => {
      const groups = sizes.map((size) =>
        clusterSums(
          Array.from({ length: size }, () => below(100)).filter((each) => each < 62).length,
          size,
        ),
      );
      return sides(groups, added(groups)).some((each) => each !== "none");
    });
    expect(named.filter(Boolean).length).toBeLessThan(115);
  });

  it("is certain at one level, however few it is compared with", () => {
    const certainOf = (hits: number) =>
      compareWithRest([clusterSums(hits, 100)], clusterSums(hits + 100, 300))[0];
    expect(certainOf(50)?.side).toBe("none");
    expect(certainOf(38)).toEqual({ side: "below", isCertain: false });
    expect(certainOf(20)).toEqual({ side: "below", isCertain: true });
  });
});

it("widens a figure's interval to as many as are compared", () => {
  const figure = { value: 1.2, interval: [1.02, 1.38] } as const;
  expect(compareWithLimit(figure, 1, 1)).toEqual({ side: "above", isCertain: false });
  expect(compareWithLimit(figure, 1, 8).side).toBe("none");
  expect(compareWithLimit({ value: 0.5, interval: [0.4, 0.6] }, 1, 8)).toEqual({
    ...{ side: "below", isCertain: true },
  });
});
