import { expect, it } from "vitest";
import { defaultCasesQuery, withToggled } from "@/lib/analytics/filter/cases-query";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { loadInsightsPage } from "./load";

const read = async (query = defaultCasesQuery) =>
  loadInsightsPage((await demoWorkspace()).seen, query, demoSeed.endUs);

it("leads with the step that makes outages shorter, and links its words to their messages", async () => {
  const { lede, cards } = await read();
  expect(lede.lead).toBe(
    "Outage cases are resolved faster, and stay resolved, when reset_port is called in the first contact:",
  );
  expect(lede.rest).toMatch(/^\d+ of \d+ against \d+ of \d+ without it, \+\d+ points/u);
  expect(cards.map(({ title }) => title)).toEqual([
    "Outage: reset_port called in the first contact",
  ]);
  for (const { href } of cards[0]?.quotes ?? []) expect(href).toMatch(/^\/cases\/.+#/u);
  expect(cards[0]?.quotes.length).toBeGreaterThan(0);
});

it("says that nothing makes a difference where nothing does", async () => {
  const { lede, cards, issues } = await read(withToggled(defaultCasesQuery, "type", "billing"));
  expect(cards).toEqual([]);
  expect(lede.lead).toBe("No step clearly goes with faster resolutions.");
  expect(issues?.rows.map(({ result }) => result)).toEqual(["No clear difference"]);
});

it("says where there is nothing to compare", async () => {
  const { lede, issues } = await read(withToggled(defaultCasesQuery, "type", "nobody-asks-this"));
  expect(lede.lead).toBe("No cases match these filters.");
  expect(issues).toBeNull();
});

it("names nobody", async () => {
  expect(JSON.stringify((await read()).cards)).not.toMatch(/agent-\d/u);
});
