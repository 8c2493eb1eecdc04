import { beforeAll, describe, it } from "vitest";
import { demoFolder, demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { comparePages, filters } from "@/lib/testing/pages/compare-pages";

// Making the demo takes longer than a test may.
beforeAll(demoFolder);

describe("pages that say the same", () => {
  it.each(Object.entries(filters))("agree on the demo: %s", async (_, filter) => {
    const { seen } = await demoWorkspace();
    await comparePages(seen, filter, demoSeed.endUs);
  });
});
