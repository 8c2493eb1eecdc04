import { beforeAll, describe, expect, it } from "vitest";
import { everyCase, withToggled } from "@/lib/analytics/filter/cases-query";
import type { Step } from "@/lib/analytics/insights/find-steps";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import { demoTruth } from "@/lib/demo/demo-truth";
import { rawParams } from "@/lib/format/address/raw-params";
import { casesCodec } from "@/lib/analytics/filter/cases-query";
import { demoFolder, demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { loadInsightsPage } from "./load";
import { goesWithFaster, goesWithHolding, lede as words, noClearStep } from "./words/page";
import { stepSubject, stepWords } from "./words/steps";

// Making the demo takes longer than a test may.
beforeAll(demoFolder);

const read = async (query = everyCase) =>
  loadInsightsPage((await demoWorkspace()).seen, query, demoSeed.endUs);

/** How many cases an address of the Cases page lists. */
async function countAt(href: string): Promise<number> {
  const { seen } = await demoWorkspace();
  const { query, dropped } = casesCodec.parse(rawParams(href.slice(href.indexOf("?") + 1)));
  expect(dropped).toEqual([]);
  return readSnapshot(seen, query, demoSeed.endUs, (cases) => cases.selection().keys.length);
}

const countIn = (words: string | undefined) => Number(/\d+/u.exec(words ?? "")?.[0]);

it("leads with the step after which the recurring outage held, then with what makes outages shorter", async () => {
  const { lede, cards } = await read();
  const { lastingFix } = demoTruth(demoSeed);
  expect(lede.lead).toBe(
    goesWithHolding(stepSubject({ kind: "call", names: [lastingFix] }, "last"), "“line drops”"),
  );
  const reset: Step = { kind: "call", names: ["reset_port"] };
  const [holding, faster] = lede.rest.split(goesWithFaster(stepSubject(reset, "first"), "outage"));
  expect(holding).toMatch(/^(\d+) of \1 held, \d+ of \d+ without it\. $/u);
  expect(faster).toMatch(/^ \d+ of \d+ against \d+ of \d+ without it, \+\d+ points/u);
  expect(cards.map(({ title }) => title)).toEqual([`Outage: ${stepWords(reset, "first")}`]);
  for (const { href } of cards[0]?.quotes ?? []) expect(href).toMatch(/^\/cases\/.+#/u);
  expect(cards[0]?.quotes.length).toBeGreaterThan(0);
});

describe("what came back", () => {
  it("is told with the words of the first contact and of the return, and what held", async () => {
    const [first] = (await read()).recurring.shown;
    expect(first?.name).toBe("line drops");
    expect(first?.share).toMatch(/^\d+ of \d+ customers$/u);
    expect(first?.range).toMatch(/^\d+–\d+%$/u);
    expect(first?.first?.words).toMatch(/line drops|drops (every|each|at)/iu);
    expect(first?.back?.words).toMatch(/again/u);
    expect(first?.held.map(({ title }) => title)).toEqual([
      stepWords({ kind: "call", names: ["swap_line_card"] }, "last"),
    ]);
  });

  it("opens exactly the cases that are counted, under the page's filters too", async () => {
    for (const query of [everyCase, { ...everyCase, period: "90d" } as const]) {
      const { shown, more } = (await read(query)).recurring;
      expect(shown.length).toBeGreaterThan(0);
      for (const { cases } of shown) expect(await countAt(cases.href)).toBe(countIn(cases.words));
      for (const { cells } of more?.rows ?? []) {
        expect(await countAt(cells.at(-1)?.href ?? "")).toBe(countIn(cells.at(-1)?.words));
      }
    }
  });
});

describe("topics", () => {
  it("open exactly the cases that are counted, and add up with those that have none", async () => {
    const { topics, moreTopics } = await read(withToggled(everyCase, "first", "chat"));
    const rows = [...(topics?.rows ?? []), ...(moreTopics?.rows ?? [])];
    expect(rows.length).toBeGreaterThan(15);
    let sum = 0;
    for (const { cells } of rows) {
      const [cases] = cells;
      sum += countIn(cases?.words);
      expect(await countAt(cases?.href ?? "")).toBe(countIn(cases?.words));
    }
    const [of, none] = (topics?.note.match(/\d+/gu) ?? []).map(Number);
    expect(sum + (none ?? 0)).toBe(of);
  });

  it("are told by what customers say, with a range for each figure", async () => {
    const { topics } = await read();
    const late = topics?.rows.find(({ words }) => words.startsWith("Late fee"));
    expect(late?.cells.map(({ words }) => words)).toEqual([
      expect.stringMatching(/^\d+$/u),
      expect.stringMatching(/^\d+% \(\d+–\d+%\)$/u),
      expect.stringMatching(/^[\d.]+ \([\d.]+ – [\d.]+\)$/u),
      expect.stringMatching(/^\d+% → \d+%$/u),
    ]);
  });
});

it("says that nothing makes a difference where nothing does", async () => {
  const { cards, issues, noStep } = await read(withToggled(everyCase, "type", "billing"));
  expect(cards).toEqual([]);
  expect(noStep).toMatch(new RegExp(noClearStep(0).replace("0 steps", "\\d+ steps?"), "u"));
  expect(issues?.rows.map(({ result }) => result)).toEqual(["No clear difference"]);
});

it("says where there is nothing to compare", async () => {
  const { lede, issues, topics, recurring } = await read(
    withToggled(everyCase, "type", "nobody-asks-this"),
  );
  expect(lede.lead).toBe(words.noCases);
  expect([issues, topics, recurring.shown]).toEqual([null, null, []]);
});

it("names nobody", async () => {
  const { cards, recurring, topics } = await read();
  expect(JSON.stringify([cards, recurring, topics])).not.toMatch(/agent-\d|cus_/u);
});
