import { describe, it } from "vitest";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { comparePages, filters } from "@/lib/testing/pages/compare-pages";

describe("pages that say the same", () => {
  it.each(Object.entries(filters))("agree on the demo: %s", async (_, filter) => {
    const { seen } = await demoWorkspace();
    await comparePages(seen, filter, demoSeed.endUs);
  });
});
