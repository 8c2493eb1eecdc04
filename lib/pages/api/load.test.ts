import { beforeAll, describe, expect, it } from "vitest";
import { exportedCaseSchema, type ExportedCase } from "@/lib/analytics/exports/case-schema";
import { caseDetailSchema } from "@/lib/analytics/exports/case-detail-schema";
import { everyCase, withToggled, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { exportCases } from "@/lib/analytics/load/export-cases";
import { demoFolder, demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { readCursor } from "@/lib/analytics/exports/cases-cursor";
import { loadApiCase } from "./load-case";
import { loadApiCases, type NamedWorkspace } from "./load-cases";
import { loadApiMetrics } from "./load-metrics";

// Making the demo takes longer than a test may.
beforeAll(demoFolder);

const { endUs } = demoSeed;

async function demo(scope: NamedWorkspace["scope"] = null): Promise<NamedWorkspace> {
  const { seen } = await demoWorkspace();
  return { ...seen, scope, name: "demo" };
}

/** All answers of the list, following the cursor, and how many there were. */
async function readAll(seen: NamedWorkspace, query: CasesQuery, limit: number) {
  const cases: ExportedCase[] = [];
  const totals = new Set<number>();
  let text: string | null = null;
  let answers = 0;
  do {
    const cursor = text === null ? null : readCursor(text, query);
    const page = await loadApiCases(seen, { query, limit, cursor }, endUs);
    cases.push(...page.cases);
    totals.add(page.total);
    text = page.next_cursor;
    answers += 1;
  } while (text !== null);
  return { cases, totals: [...totals], answers };
}

describe("the list of cases", () => {
  it("has every case once, whatever the limit, as the export has them", async () => {
    const seen = await demo();
    const exported = new Map<string, ExportedCase>();
    for await (const each of exportCases((await demoWorkspace()).db, endUs)) {
      exported.set(each.case_id, each);
    }
    for (const limit of [500, 73]) {
      const { cases, totals, answers } = await readAll(seen, everyCase, limit);
      expect(totals).toEqual([exported.size]);
      expect(answers).toBe(Math.ceil(exported.size / limit));
      expect(new Map(cases.map((each) => [each.case_id, each]))).toEqual(exported);
      expect(cases).toHaveLength(exported.size);
    }
    for (const each of exported.values()) {
      expect(Object.keys(exportedCaseSchema.parse(each))).toEqual(Object.keys(each));
    }
  });

  it("keeps its days from one answer to the next, though a period moves on", async () => {
    const seen = await demo();
    const query: CasesQuery = { ...everyCase, period: "30d" };
    const first = await loadApiCases(seen, { query, limit: 10, cursor: null }, endUs);
    const cursor = readCursor(first.next_cursor ?? "", query);
    expect(cursor?.days).toEqual(first.period);
    const second = await loadApiCases(seen, { query, limit: 10, cursor }, endUs);
    expect([second.period, second.total]).toEqual([first.period, first.total]);
    expect(second.cases[0]?.case_id).not.toBe(first.cases[0]?.case_id);
  });

  it("has only the cases of a region for who sees that region alone", async () => {
    const { cases } = await readAll(await demo({ regions: ["UK"], teams: [] }), everyCase, 500);
    const all = await readAll(await demo(), everyCase, 500);
    const ofRegion = all.cases.filter(({ region }) => region === "UK");
    expect(ofRegion.length).toBeGreaterThan(20);
    expect(cases.filter(({ region }) => region !== null && region !== "UK")).toEqual([]);
    const ids = new Set(cases.map(({ case_id }) => case_id));
    expect(ofRegion.filter(({ case_id }) => !ids.has(case_id))).toEqual([]);
  });
});

describe("a cursor", () => {
  it("is none of other filters, and nothing else is one", async () => {
    const page = await loadApiCases(
      await demo(),
      { query: everyCase, limit: 1, cursor: null },
      endUs,
    );
    const cursor = page.next_cursor ?? "";
    expect(readCursor(cursor, everyCase)?.key).toBeGreaterThanOrEqual(0);
    expect(readCursor(cursor, { ...everyCase, sort: "opened", page: 3 })).not.toBeNull();
    expect(readCursor(cursor, withToggled(everyCase, "channel", "voice"))).toBeNull();
    for (const text of ["", "x", "bm9uZQ", btoa("[1,2]")]) {
      expect(readCursor(text, everyCase)).toBeNull();
    }
  });
});

describe("the metrics", () => {
  it("add up to the listed cases, under filters", async () => {
    const seen = await demo();
    for (const query of [everyCase, withToggled(everyCase, "channel", "voice")]) {
      const { cases } = await readAll(seen, query, 500);
      const { metrics } = await loadApiMetrics(seen, query, endUs);
      const rate = metrics.find(({ id }) => id === "case_resolution_rate");
      const judged = cases.filter(({ resolved }) => resolved !== null);
      const resolved = judged.filter((each) => each.resolved === true);
      expect(rate).toMatchObject({
        ...{ numerator: resolved.length, denominator: judged.length, n: judged.length },
        ...{ value: resolved.length / judged.length, unit: "share" },
      });
      const [low = NaN, high = NaN] = rate?.interval ?? [];
      expect(low).toBeLessThan(rate?.value ?? 0);
      expect(high).toBeGreaterThan(rate?.value ?? 1);
    }
  });

  it("have a value with an interval, or say why not", async () => {
    const { metrics } = await loadApiMetrics(await demo(), everyCase, endUs);
    for (const { id, value, interval, because_no_value } of metrics) {
      expect(value === null, id).toBe(because_no_value !== null);
      if (value === null || interval === null) continue;
      expect(interval[0] <= value && value <= interval[1], id).toBe(true);
    }
  });
});

describe("one case", () => {
  it("has its contacts, handoffs, promises, findings and scores, with the quoted words", async () => {
    const seen = await demo();
    const { cases } = await readAll(seen, everyCase, 500);
    let [quotes, promises, disclosures] = [0, 0, 0];
    for (const { case_id, scores, ...summary } of cases.slice(0, 60)) {
      const read = await loadApiCase({ ...seen, readsText: true }, case_id, endUs);
      const detail = caseDetailSchema.parse(read);
      expect(detail.case).toEqual({ case_id, ...summary });
      expect(detail.handoffs).toHaveLength(summary.handoffs);
      expect(detail.contacts.filter((each) => each.is_touchpoint)).toHaveLength(
        summary.touchpoints,
      );
      expect(detail.scores.map(({ because: _, quotes: __, ...score }) => score)).toEqual(scores);
      for (const { quotes: all } of detail.scores) {
        for (const each of all) {
          if ("span" in each) continue;
          expect(each.words).toHaveLength(each.end - each.start);
          quotes += 1;
        }
      }
      promises += detail.promises.length;
      disclosures += detail.disclosures.length;
    }
    expect(Math.min(quotes, promises, disclosures)).toBeGreaterThan(10);
  });

  it("has no words for who may not read them", async () => {
    const seen = await demo();
    const { cases } = await readAll(seen, everyCase, 500);
    for (const { case_id } of cases.slice(0, 60)) {
      const read = await loadApiCase({ ...seen, readsText: false }, case_id, endUs);
      const said = JSON.stringify(read).match(/"(?:words|because|what|due_words)":"/gu);
      expect(said, case_id).toBeNull();
    }
  });

  it("is none outside the scope, and none of that id", async () => {
    const seen = await demo();
    const { cases } = await readAll(seen, everyCase, 500);
    const other = cases.find(({ region }) => region !== null && region !== "UK")?.case_id ?? "";
    const limited = { ...(await demo({ regions: ["UK"], teams: [] })), readsText: true };
    expect(await loadApiCase(limited, other, endUs)).toBeNull();
    expect(await loadApiCase(limited, "no-such-case", endUs)).toBeNull();
  });
});
