import { beforeAll, describe, expect, it } from "vitest";
import { demoFolder, demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import {
  casesMax,
  compareClocks,
  compareCounts,
  compareCustomers,
  comparePersona,
  comparePromises,
} from "@/lib/testing/pages/compare-case-pages";

// Making the demo takes longer than a test may.
beforeAll(demoFolder);

describe("pages that show the same case", () => {
  it("agree on the demo, with something to compare in each pair", async () => {
    const { seen } = await demoWorkspace();
    const { endUs } = demoSeed;
    expect(await compareClocks(seen, endUs)).toBeGreaterThan(5);
    expect(await comparePromises(seen, endUs)).toBeGreaterThan(5);
    expect(await compareCustomers(seen, endUs)).toBe(casesMax);
    expect(await compareCounts(seen, endUs)).toBeGreaterThan(500);
    expect(await comparePersona(seen, endUs)).toBeGreaterThan(0);
  });
});
