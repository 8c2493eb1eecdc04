import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closureEvidences, handoffKinds } from "@/lib/domain/case/case";
import { channels } from "@/lib/domain/trace/channel";
import { outcomes } from "@/lib/domain/case/outcome";
import { defaultCasesQuery } from "../filter/cases-query";
import { intentValues } from "../facets/case-facets";
import { facetNames, type FacetName } from "../facets/registry";
import { badness, worstOf } from "../rows/worst-scores";
import { caseTableRows } from "@/lib/testing/case-table-rows";
import { facetValuesByHand, type CasesAsOf } from "@/lib/testing/facet-values-by-hand";
import { disclosureRowLists, handoffRowLists } from "@/lib/testing/child-rows";
import { runs } from "@/lib/testing/runs";
import { someContacts } from "@/lib/testing/spans/some-contacts";
import { casesOpenedIn } from "../counts/cases-by-day";
import { caseExtent } from "../select/case-extent";
import { createCaseTable, putCases, removeCases, advanceAsOf } from "./case-table";
import type { CaseTableRow } from "./case-table-row";
import { countFacets } from "../facets/count-facets";
import { openedByBucket } from "../select/opened-by-bucket";
import { selectCases, type CaseFilter } from "../select/select-cases";
import { positionOf, sortCases, type CaseOrder } from "../select/sort-cases";

const rows: fc.Arbitrary<CaseTableRow> = fc
  .tuple(caseTableRows, someContacts, handoffRowLists, disclosureRowLists)
  .map(([row, contactRows, handoffRows, disclosureRows]) => ({
    ...row,
    ...{ contactRows, handoffRows, disclosureRows },
  }));

type Step =
  | { readonly kind: "put"; readonly rows: readonly CaseTableRow[] }
  | { readonly kind: "remove"; readonly keys: readonly number[] }
  | { readonly kind: "advance"; readonly asOfUs: number };
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.array(rows, { maxLength: 20 }).map((all): Step => ({ kind: "put", rows: all })),
    fc
      .array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 })
      .map((keys): Step => ({ kind: "remove", keys })),
    fc.integer({ min: 0, max: 14 }).map((asOfUs): Step => ({ kind: "advance", asOfUs })),
  ),
  { minLength: 1, maxLength: 8 },
);

const offered: Readonly<Record<FacetName, readonly string[]>> = {
  channel: channels,
  outcome: outcomes,
  first: ["", "chat", "voice"],
  path: ["", "chat", "chat>voice", "voice>chat"],
  switch: ["chat>voice", "voice>email"],
  handoff: handoffKinds,
  evidence: closureEvidences,
  type: ["", "outage", "refund", "where_is_it"],
  intent: intentValues,
  agents: ["ai", "human", "both", "unknown"],
  risk: ["low", "high", "unknown"],
  score: ["repeat_information:bad", "repeat_information:none", "conversation_resolution:middling"],
  release: ["", "r1"],
  region: ["", "EU"],
  team: ["", "Care"],
  agent: ["", "agent-1"],
  rating: ["good", "poor", "none"],
  last: ["fine", "failed", "unscored"],
  prompt: ["", "helper@v1"],
  firstPrompt: ["", "helper@v1"],
  firstRelease: ["", "r1"],
  pause: ["", "waiting on customer"],
  disclosure: ["own-rule:missing", "recording-notice-all-party:some_channels"],
  failedStep: ["tool", "llm"],
  failedTool: ["order_lookup"],
  failedModel: ["m-1"],
  failedPrompt: ["helper@v1"],
  error: ["", "HTTP 503"],
  latency: ["over-10s", "unknown"],
};
const chosen = (facet: FacetName) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<readonly string[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...offered[facet]], { minLength: 1 }) },
  );
const filters: fc.Arbitrary<CaseFilter> = fc.record({
  facets: fc.record({
    channel: chosen("channel"),
    outcome: chosen("outcome"),
    first: chosen("first"),
    path: chosen("path"),
    switch: chosen("switch"),
    handoff: chosen("handoff"),
    evidence: chosen("evidence"),
    type: chosen("type"),
    intent: chosen("intent"),
    agents: chosen("agents"),
    risk: chosen("risk"),
    score: chosen("score"),
    release: chosen("release"),
    region: chosen("region"),
    team: chosen("team"),
    agent: chosen("agent"),
    rating: chosen("rating"),
    last: chosen("last"),
    prompt: chosen("prompt"),
    firstPrompt: chosen("firstPrompt"),
    firstRelease: chosen("firstRelease"),
    pause: chosen("pause"),
    disclosure: chosen("disclosure"),
    failedStep: chosen("failedStep"),
    failedTool: chosen("failedTool"),
    failedModel: chosen("failedModel"),
    failedPrompt: chosen("failedPrompt"),
    error: chosen("error"),
    latency: chosen("latency"),
  }),
  period: fc.option(
    fc.record({ fromUs: fc.integer({ min: 0, max: 6 }), toUs: fc.integer({ min: 5, max: 13 }) }),
    { freq: 2 },
  ),
  matches: fc.option(
    fc
      .array(fc.integer({ min: 0, max: 1 }), { minLength: 64, maxLength: 64 })
      .map((each) => Uint8Array.from(each)),
    { freq: 2 },
  ),
  metric: fc.constant(null),
});
const orders: fc.Arbitrary<CaseOrder> = fc.record({
  by: fc.constantFrom(
    "last_contact",
    "opened",
    "touchpoints",
    "handoffs",
    "messages",
    "worst_score",
    "outcome",
    "type",
    "risk",
    "csat",
    "case",
  ),
  direction: fc.constantFrom("asc", "desc"),
  outcomes: fc.shuffledSubarray([...outcomes], { minLength: outcomes.length }),
  ranks: fc
    .shuffledSubarray([...Array(64).keys()], { minLength: 64 })
    .map((each) => Uint32Array.from(each)),
});

describe("the table of cases", () => {
  it("selects, counts and orders as one does by hand, after any changes", () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(steps, filters, orders, range, (changes, filter, order, [from, length]) => {
        const { table, state } = apply(changes);
        const { cases } = state;
        const selection = selectCases(table, filter);
        const left = cases.filter((row) => failing(row, filter, state).length === 0);
        expect([...selection.keys]).toEqual(left.map(({ key }) => key));
        expect(table.count).toBe(cases.length);
        const counts = countFacets(table, selection);
        for (const facet of facetNames) {
          const expected = countByHand(facet, filter, state);
          const counted = counts[facet].map(({ value, count }) => [value, count]);
          expect(counted.sort(), facet).toEqual(expected);
        }
        const sorted = sortByHand(left, order, state);
        const to = from + length;
        expect([...sortCases(table, selection.keys, order, from, to)]).toEqual(
          sorted.slice(from, to),
        );
        sorted.forEach((key, position) => {
          expect(positionOf(table, selection.keys, order, key)).toBe(position);
        });
      }),
      { numRuns: runs(2000) },
    );
  });

  it("counts what was opened in each bucket, and knows what the data reach over", () => {
    fc.assert(
      fc.property(steps, filters, (changes, filter) => {
        const { table, state } = apply(changes);
        const { cases } = state;
        const { matching, all } = openedByBucket(table, selectCases(table, filter), [2, 4, 9, 11]);
        const bucketed = (list: readonly CaseTableRow[]) =>
          [
            [2, 4],
            [4, 9],
            [9, 11],
          ].map(
            ([from = 0, until = 0]) =>
              list.filter(({ openedUs: at }) => at !== null && at >= from && at < until).length,
          );
        const left = cases.filter((row) => failing(row, filter, state).length === 0);
        expect([[...matching], [...all]]).toEqual([bucketed(left), bucketed(cases)]);
        const opened = cases.flatMap(({ openedUs }) => openedUs ?? []);
        const seen = [...opened, ...cases.flatMap(({ lastContactUs }) => lastContactUs ?? [])];
        for (const untilUs of [9, 12, 4, 9]) {
          const past = seen.filter((at) => at <= untilUs);
          const extent =
            opened.length === 0 || past.length === 0
              ? null
              : { oldestUs: Math.min(...opened), newestUs: Math.max(...past) };
          expect(caseExtent(casesOpenedIn(table, null), untilUs)).toEqual(extent);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it("orders thousands as a sort does, in whichever part", () => {
    const table = createCaseTable();
    const all = fc.sample(rows, { numRuns: 5000, seed: 7 });
    putCases(
      table,
      all.map((row, key) => ({
        ...row,
        key,
        lastContactUs: ((key * 7919) % 3000) ** 3,
        openedUs: 5,
      })),
    );
    const { keys } = selectCases(table, {
      facets: noFacets,
      period: null,
      matches: null,
      metric: null,
    });
    const order = { direction: "desc", outcomes, ranks: null } as const;
    const by = (key: number) => -(((key * 7919) % 3000) ** 3);
    const sorted = [...keys].sort((one, other) => by(one) - by(other) || one - other);
    for (const [from, to] of [
      [0, 50],
      [2475, 2525],
      [4990, 6000],
      [0, 5000],
    ] as const) {
      const part = sortCases(table, keys, { ...order, by: "last_contact" }, from, to);
      expect([...part]).toEqual(sorted.slice(from, to));
      const ties = sortCases(table, keys, { ...order, by: "opened" }, from, to);
      expect([...ties]).toEqual([...keys].slice(from, to));
    }
  });

  it("takes a case's intent for its type where nobody named one", () => {
    const [row] = fc.sample(rows, { numRuns: 1, seed: 1 });
    if (row === undefined) throw new Error("No row was drawn.");
    const abouts = [
      ["refund", "late"],
      [null, "billing"],
      [null, null],
    ] as const;
    const table = createCaseTable();
    putCases(
      table,
      abouts.map(([caseType, intent], key) => ({
        ...row,
        key,
        caseType,
        intent,
        mergedInto: null,
      })),
    );
    const filter = { facets: noFacets, period: null, matches: null, metric: null };
    const chosen = { ...filter, facets: { ...noFacets, type: ["billing"] } };
    expect([...selectCases(table, chosen).keys]).toEqual([1]);
    const { keys } = selectCases(table, filter);
    const order = { by: "type", direction: "asc", outcomes, ranks: null } as const;
    expect([...sortCases(table, keys, order, 0, 3)]).toEqual([1, 0, 2]);
  });
});

const noFacets = defaultCasesQuery.facets;

function apply(changes: readonly Step[]) {
  const evaluators = new Set<string>();
  const table = createCaseTable();
  const current = new Map<number, CaseTableRow>();
  let asOfUs = 0;
  for (const change of changes) {
    if (change.kind === "put") {
      putCases(table, change.rows);
      for (const row of change.rows) {
        current.set(row.key, row);
        for (const { evaluator } of row.worstScores) evaluators.add(evaluator);
      }
    } else if (change.kind === "remove") {
      removeCases(table, change.keys);
      for (const key of change.keys) current.delete(key);
    } else {
      asOfUs = change.asOfUs;
      advanceAsOf(table, asOfUs);
    }
  }
  const cases = [...current.values()].sort((one, other) => one.key - other.key);
  return { table, state: { cases, asOfUs, evaluators } };
}

/** The facets that a case fails; "else" for its period or words. */
function failing(row: CaseTableRow, filter: CaseFilter, state: CasesAsOf): readonly string[] {
  const { period, matches, facets } = filter;
  const isOutside =
    (matches !== null && matches[row.key] !== 1) ||
    (period !== null &&
      !(row.openedUs !== null && row.openedUs >= period.fromUs && row.openedUs < period.toUs));
  const failed = facetNames.filter(
    (facet) =>
      facets[facet].length > 0 &&
      !facetValuesByHand(facet, row, state).some((value) => facets[facet].includes(value)),
  );
  return isOutside ? ["else", ...failed] : failed;
}

function countByHand(facet: FacetName, filter: CaseFilter, state: CasesAsOf) {
  const counts = new Map<string, number>();
  for (const row of state.cases) {
    if (failing(row, filter, state).some((failed) => failed !== facet)) continue;
    for (const value of facetValuesByHand(facet, row, state)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].sort();
}

function sortByHand(cases: readonly CaseTableRow[], order: CaseOrder, state: CasesAsOf): number[] {
  const sign = order.direction === "asc" ? 1 : -1;
  const types = ["billing", "outage", "refund", "where_is_it"];
  const valueOf = (row: CaseTableRow): number | null => {
    const worst = worstOf(row.worstScores);
    const about = row.caseType ?? row.intent ?? row.inferredIntent;
    switch (order.by) {
      case "last_contact":
        return row.lastContactUs;
      case "opened":
        return row.openedUs;
      case "worst_score":
        return worst === null ? null : -badness(worst);
      case "outcome":
        return order.outcomes.findIndex(
          (each) => facetValuesByHand("outcome", row, state)[0] === each,
        );
      case "type":
        return about === null ? null : types.indexOf(about);
      case "risk":
        return row.risk === null ? null : ["low", "medium", "high"].indexOf(row.risk);
      case "handoffs": {
        const known = row.handoffRows.flatMap(({ context }) => context ?? []);
        const kept = known.filter((each) => each === 1).length;
        return known.length === 0 ? null : Math.fround(kept / known.length);
      }
      case "case":
        return order.ranks?.[row.key] ?? null;
      default:
        return row[order.by];
    }
  };
  return [...cases]
    .sort((one, other) => {
      const [left, right] = [valueOf(one), valueOf(other)];
      if (left === null || right === null) {
        return Number(left === null) - Number(right === null) || one.key - other.key;
      }
      return sign * (left - right) || one.key - other.key;
    })
    .map(({ key }) => key);
}
