import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { beforeAll, expect, it } from "vitest";
import { demoFolder, demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { rawParams } from "@/lib/format/address/raw-params";
import { readsAll } from "@/lib/testing/reads-all";
import { childListCsv, loadChildList } from "./load";

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

it.each([
  ["promises", [3, 4]],
  ["disclosures", [9, 10]],
] as const)(
  "gives a file of %s without what was said to who may not read it",
  async (thing, said) => {
    const { seen } = await demoWorkspace();
    const { query } = childListCodecs[thing].parse(rawParams("period=all"));
    const { items } = await loadChildList(seen, query, endUs);
    const words = items
      .flatMap(({ cells }) => said.map((at) => cells[at]?.text ?? ""))
      .filter((text) => text.length > 20);
    expect(words.length).toBeGreaterThan(10);
    const fileOf = async (readsText: boolean) => {
      let file = "";
      for await (const lines of childListCsv(seen, query, endUs, { ...readsAll, readsText })) {
        file += lines;
      }
      return file.replaceAll('""', '"');
    };
    const [whole, withheld] = [await fileOf(true), await fileOf(false)];
    expect(words.filter((text) => !whole.includes(text))).toEqual([]);
    expect(words.filter((text) => withheld.includes(text))).toEqual([]);
    expect(withheld.split("\r\n").length).toBeGreaterThan(items.length);
  },
);
