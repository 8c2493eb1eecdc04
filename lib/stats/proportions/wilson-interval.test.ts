import { describe, expect, it } from "vitest";
import { z } from "zod";
import { statVectors } from "@/lib/testing/stat-vectors";
import { wilsonInterval } from "./wilson-interval";

const vectors = z
  .array(
    z.object({
      k: z.number(),
      n: z.number(),
      side: z.literal([1, 2]),
      ci: z.tuple([z.number(), z.number()]),
    }),
  )
  .min(6);

describe("wilsonInterval", () => {
  it("gives the published vectors, two-sided and one-sided", () => {
    for (const { k, n, side, ci } of statVectors("wilson", vectors)) {
      const [low, high] = wilsonInterval(k, n, side === 2 ? 0.95 : 0.9) ?? [];
      expect(low).toBeCloseTo(ci[0], 10);
      expect(high).toBeCloseTo(ci[1], 10);
    }
  });

  it("gives Newcombe's example: 81 of 263 (1998, Statistics in Medicine 17: 857–872)", () => {
    const [low, high] = wilsonInterval(81, 263) ?? [];
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it("begins at nothing where nothing was hit, and ends at all where all was, to the last bit", () => {
    for (let of = 1; of < 400; of += 1) {
      expect(wilsonInterval(0, of)?.[0]).toBe(0);
      expect(wilsonInterval(of, of)?.[1]).toBe(1);
    }
    expect(wilsonInterval(0, 2.37)?.[0]).toBe(0);
  });

  it("is null for an empty sample", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});
