import { loadAsOf } from "@/lib/analytics/load/as-of";
import { describe, expect, it } from "vitest";
import { realWorkspace } from "@/lib/testing/shared/real-workspace";
import { defaultOverviewQuery } from "@/lib/analytics/filter/overview-query";
import {
  compareClocks,
  compareCounts,
  compareCustomers,
  comparePersona,
  comparePromises,
} from "@/lib/testing/pages/compare-case-pages";
import { comparePages, filters } from "@/lib/testing/pages/compare-pages";
import { loadFindings } from "./load";

const { cases } = defaultOverviewQuery;
/** After everything in the real export, microseconds since 1970. */
const afterRealUs = 1_800_000_000_000_000;

describe("pages that say the same", () => {
  it("agree on the real export", async () => {
    const seen = await realWorkspace();
    const asOfUs = await loadAsOf(seen.path, afterRealUs);
    for (const filter of Object.values(filters)) await comparePages(seen, filter, asOfUs);
    // The same cases cost as much a month, however many empty days the period begins with.
    const days = { from: "2025-09-15", to: "2025-09-30" };
    const sizes = [];
    for (const period of [days, "last-month", "last-quarter"] as const) {
      const query = { cases: { ...cases, period }, compare: "previous" } as const;
      const { ranked } = await loadFindings(seen, query, asOfUs);
      sizes.push(ranked.find(({ id }) => id === "contacts-by-first/in_app")?.perMonth.toFixed(3));
    }
    expect(new Set(sizes).size, sizes.join()).toBe(1);
    expect(Number(sizes[0])).toBeGreaterThan(5);
  });
});

describe("pages that show the same case", () => {
  it("agree on the real export", async () => {
    const seen = await realWorkspace();
    const asOfUs = await loadAsOf(seen.path, afterRealUs);
    expect(asOfUs).toBeLessThan(afterRealUs);
    await compareClocks(seen, asOfUs);
    expect(await comparePromises(seen, asOfUs)).toBeGreaterThan(0);
    expect(await compareCustomers(seen, asOfUs)).toBeGreaterThan(5);
    expect(await compareCounts(seen, asOfUs)).toBeGreaterThan(400);
    await comparePersona(seen, asOfUs);
  });
});
