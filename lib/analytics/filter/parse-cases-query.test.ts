import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closureEvidences, handoffKinds } from "@/lib/domain/case/case";
import { channels } from "@/lib/domain/trace/channel";
import { outcomes } from "@/lib/domain/case/outcome";
import {
  agentsValues,
  intentValues,
  lastValues,
  ratingValues,
  riskValues,
} from "../facets/case-facets";
import { metrics } from "../metrics/metrics";
import {
  caseColumns,
  casesHref,
  caseSortKeys,
  defaultCasesQuery,
  relativePeriods,
  type CasesQuery,
} from "./cases-query";
import { parseCasesParams } from "./parse-cases-query";
import type { RawSearchParams } from "@/lib/format/address/raw-params";

function rawOf(href: string): RawSearchParams {
  const search = new URL(href, "http://localhost").searchParams;
  return Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]));
}

describe("parseCasesParams", () => {
  it("reads an empty address as the defaults", () => {
    expect(parseCasesParams({})).toEqual({ query: defaultCasesQuery, dropped: [] });
    expect(casesHref(defaultCasesQuery)).toBe("/cases");
  });

  it("reads a parameter that is given once as well as one given several times", () => {
    const { query } = parseCasesParams({
      channel: "chat",
      outcome: ["reopened", "unresolved", "reopened"],
    });
    expect(query.facets).toEqual({
      ...defaultCasesQuery.facets,
      channel: ["chat"],
      outcome: ["reopened", "unresolved"],
    });
  });

  it("drops what it does not know or cannot read and names it", () => {
    const raw = {
      colour: "red",
      channel: "fax",
      page: "0",
      sort: "opened",
      cols: "type.mood",
      from: "2026-02-31",
      path: "x".repeat(201),
      __proto__x: "1",
    };
    expect(parseCasesParams(raw)).toEqual({
      query: { ...defaultCasesQuery, sort: "opened" },
      dropped: [
        { name: "__proto__x", isKnown: false },
        { name: "channel", isKnown: true },
        { name: "colour", isKnown: false },
        { name: "cols", isKnown: true },
        { name: "from", isKnown: true },
        { name: "page", isKnown: true },
        { name: "path", isKnown: true },
      ],
    });
  });

  it("reads two days in either order, and one as a period without the other end", () => {
    const period = { from: "2026-10-05", to: "2026-11-15" };
    const turned = parseCasesParams({ from: "2026-11-15", to: "2026-10-05" });
    expect(turned.query.period).toEqual(period);
    expect(parseCasesParams({ from: "2026-11-01" }).query.period).toEqual({
      from: "2026-11-01",
      to: null,
    });
    expect(parseCasesParams({ to: "2026-10-05" }).query.period).toEqual({
      from: null,
      to: "2026-10-05",
    });
  });

  it("reads back every query from its address", () => {
    fc.assert(
      fc.property(queries, (drawn) => {
        expect(parseCasesParams(rawOf(casesHref(drawn)))).toEqual({ query: drawn, dropped: [] });
      }),
    );
  });
});

const text = fc.string({ unit: "binary", maxLength: 80 }).map((each) => each.trim());
const free = fc.uniqueArray(fc.string({ maxLength: 20 }), { maxLength: 3 });
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const queries: fc.Arbitrary<CasesQuery> = fc.record({
  facets: fc.record({
    channel: fc.subarray([...channels]),
    outcome: fc.subarray([...outcomes]),
    first: free,
    path: free,
    switch: free,
    handoff: fc.subarray([...handoffKinds]),
    evidence: fc.subarray([...closureEvidences]),
    type: free,
    intent: fc.subarray([...intentValues]),
    agents: fc.subarray([...agentsValues]),
    risk: fc.subarray([...riskValues]),
    score: free,
    release: free,
    region: free,
    team: free,
    rating: fc.subarray([...ratingValues]),
    last: fc.subarray([...lastValues]),
    prompt: free,
    firstPrompt: free,
    firstRelease: free,
    pause: free,
  }),
  text,
  period: fc.oneof(
    fc.constantFrom("all" as const, ...relativePeriods),
    fc.tuple(day, day).map(([one, other]) => {
      return one < other ? { from: one, to: other } : { from: other, to: one };
    }),
    day.map((from) => ({ from, to: null })),
    day.map((to) => ({ from: null, to })),
  ),
  metric: fc.option(
    fc.constantFrom(...metrics.filter(({ counts }) => counts === "cases")).chain(({ id }) => {
      return fc.record({ id: fc.constant(id), part: fc.constantFrom("denominator") });
    }),
  ),
  sort: fc.constantFrom(...caseSortKeys),
  direction: fc.constantFrom("asc", "desc"),
  page: fc.integer({ min: 1, max: 1_000_000 }),
  columns: fc.shuffledSubarray([...caseColumns]),
  peek: fc.option(fc.string({ unit: "binary", minLength: 1, maxLength: 40 })),
});
