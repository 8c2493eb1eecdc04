import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { beforeAll, expect, it } from "vitest";
import { demoFolder, demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { rawParams } from "@/lib/format/address/raw-params";
import { loadChildList } from "./load";

// Making the demo takes longer than a test may.
beforeAll(demoFolder);

const { endUs } = demoSeed;

it("says on paper which days, which newest contact and which evaluators it is of", async () => {
  const { seen } = await demoWorkspace();
  const listed = (search: string) => {
    const raw = rawParams(search);
    // A day after the newest contact.
    return loadChildList(seen, childListCodecs.contacts.parse(raw).query, endUs + 86_400_000_000);
  };
  const [some, all] = [await listed("from=2026-10-01&to=2026-10-31"), await listed("")];
  expect(some.period).toBe("1 Oct 2026 – 31 Oct 2026");
  expect(all.period).toMatch(/ – 17 Nov 2026$/u);
  expect(some.newestUs).toBeLessThanOrEqual(endUs);
  expect(some.evaluators).toContainEqual(expect.stringMatching(/^Contact resolved v\d+$/u));
});
