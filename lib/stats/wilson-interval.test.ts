import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sharedPath } from "@/lib/testing/shared-data";
import { wilsonInterval } from "./wilson-interval";

const vectorsSchema = z.object({
  wilson: z.array(
    z.object({
      k: z.number(),
      n: z.number(),
      side: z.number(),
      ci: z.tuple([z.number(), z.number()]),
    }),
  ),
});

describe("wilsonInterval", () => {
  it("gives the published two-sided vectors", () => {
    const path = sharedPath("fixtures/stat-vectors.json");
    if (path === null) return;
    const { wilson } = vectorsSchema.parse(JSON.parse(readFileSync(path, "utf8")));
    const twoSided = wilson.filter(({ side }) => side === 2);
    expect(twoSided.length).toBeGreaterThan(3);
    for (const { k, n, ci } of twoSided) {
      const [low, high] = wilsonInterval(k, n) ?? [];
      expect(low).toBeCloseTo(ci[0], 10);
      expect(high).toBeCloseTo(ci[1], 10);
    }
  });

  it("says nothing of nothing", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});
