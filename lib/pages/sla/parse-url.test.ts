import { expect, it } from "vitest";
import { slaHref } from "./url";
import { parseSlaParams } from "./parse-url";

it("reads the filters that the page has, and leaves the others out aloud", () => {
  const { query, dropped } = parseSlaParams({
    ...{ channel: ["chat", "voice"], type: "refund", period: "30d" },
    ...{ sort: "opened", region: "EU", agents: "nobody" },
  });
  expect(slaHref(query)).toBe("/sla?channel=chat&channel=voice&type=refund&region=EU&period=30d");
  expect(dropped).toEqual([
    { name: "agents", isKnown: true },
    { name: "sort", isKnown: false },
  ]);
  expect(slaHref(parseSlaParams({}).query)).toBe("/sla");
});
