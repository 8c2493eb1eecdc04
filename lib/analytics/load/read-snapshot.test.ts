import { join } from "node:path";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { writeCases } from "@/lib/store/cases/write-case";
import { writeCustomerLinks } from "@/lib/store/cases/customer-links";
import {
  dayUs,
  derivedCase,
  derivedInteraction,
  derivedMessage,
  firstUs,
} from "@/lib/testing/derived-case";
import { enqueueOutdated, storeCases } from "@/lib/testing/memory-store";
import type { CasesPageModel } from "@/lib/pages/cases/cases-page-model";
import { everyCase, type CasesQuery } from "../filter/cases-query";
import { loadCaseNeighbours } from "@/lib/pages/case/load-neighbours";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { readCaseTable } from "./case-table";
import { readSnapshot } from "./read-snapshot";
import { workspaceReader } from "./workspace-reader";

const asOfUs = firstUs + 100 * dayUs;
const byId = { ...everyCase, sort: "case", direction: "asc" } as const;

const cases: readonly DerivedCase[] = [
  made("C-2", ["chat"], { words: "Ångström crème brûlée", lastContactUs: firstUs + 1 }),
  made("C-1", ["chat", "voice"], { words: "My parcel is lost", lastContactUs: firstUs + 3 }),
  made("D-1", [], { words: "An outbound note", customerId: "u-77", lastContactUs: null }),
  made("C-3", ["email", "email"], { words: "Parcels again", mergedInto: "C-1" }),
];

describe("words of other scripts", () => {
  it.each([
    ["мой заказ", "Где МОЙ заказ, ещё не пришёл?"],
    ["ещё", "Где мой заказ, ещё не пришёл?"],
    ["οδός", "ΟΔΌΣ Αθηνών"],
    ["οδοσ", "Η οδος"],
    ["환불", "환불 부탁드립니다"],
    ["がとう", "ありがとう がとう"],
    ["ガス", "ガス です"],
  ])("finds %s in %s", async (text, words) => {
    await withStore(async (path, db) => {
      await storeCases(db, [made("W-1", ["chat"], { words })]);
      const page = await loadCasesPage({ path, scope: null }, { ...byId, text }, asOfUs);
      expect(idsOf(page)).toEqual(["W-1"]);
    });
  });
});

describe("the cases that a query lists", () => {
  it.each([
    [{}, ["C-1", "C-2", "C-3", "D-1"]],
    [{ facets: { channel: ["voice"] } }, ["C-1"]],
    [{ facets: { channel: ["voice", "email"] } }, ["C-1", "C-3"]],
    [{ facets: { path: ["chat>voice"] } }, ["C-1"]],
    [{ facets: { path: [""] } }, ["D-1"]],
    [{ facets: { outcome: ["duplicate"] } }, ["C-3"]],
    [{ facets: { outcome: ["closed_unproven"], channel: ["chat"] } }, ["C-1", "C-2"]],
    [{ text: "C-" }, ["C-1", "C-2", "C-3"]],
    [{ text: "c-1" }, ["C-1"]],
    [{ text: "U-7" }, ["D-1"]],
    [{ text: "u-7" }, ["D-1"]],
    [{ text: "c- parcel" }, ["C-1", "C-3"]],
    [{ text: "lost c-1" }, ["C-1"]],
    [{ text: "lost c-3" }, []],
    [{ text: '"parcel is lost"' }, ["C-1"]],
    [{ text: '"parcel lost"' }, []],
    [{ text: '"PARCEL IS" c-1 my' }, ["C-1"]],
    [{ text: '"parcel"' }, ["C-1"]],
    [{ text: "“creme brulee”" }, ["C-2"]],
    [{ text: "parcel - lost" }, ["C-1"]],
    [{ text: "parcel" }, ["C-1", "C-3"]],
    [{ text: "PARCEL lost" }, ["C-1"]],
    [{ text: "creme" }, ["C-2"]],
    [{ text: 'lost" OR "note' }, []],
    [{ text: "* NEAR (" }, []],
    [{ text: "%" }, []],
    [{ period: { from: "2026-01-06", to: "2026-01-07" } }, []],
    [{ period: "7d" }, ["C-1", "C-2", "C-3", "D-1"]],
  ] as [Partial<Omit<CasesQuery, "facets">> & { facets?: object }, string[]][])(
    "are filtered by %j",
    async (given, expected) => {
      const query = { ...byId, ...given, facets: { ...byId.facets, ...given.facets } };
      const page = await shown(query);
      expect(idsOf(page)).toEqual(expected);
      expect(page.total).toBe(expected.length);
    },
  );

  it.each([
    ["last_contact", "desc", ["C-1", "C-2", "C-3", "D-1"]],
    ["last_contact", "asc", ["C-3", "C-2", "C-1", "D-1"]],
    ["touchpoints", "desc", ["C-1", "C-3", "C-2", "D-1"]],
    ["case", "desc", ["D-1", "C-3", "C-2", "C-1"]],
  ] as const)("are ordered by %s %s, unknown values last", async (sort, direction, ids) => {
    expect(idsOf(await shown({ ...byId, sort, direction }))).toEqual(ids);
  });

  it("are shown with journey and outcome as of the instant", async () => {
    const { rows } = await shown({ ...byId, text: "C-1" });
    expect(rows[0]).toMatchObject({
      outcome: "closed_unproven",
      journey: [
        { channel: "chat", agentKinds: ["ai"] },
        { channel: "voice", agentKinds: ["ai"] },
      ],
      handoffVerdicts: ["unknown"],
    });
    const early = await shown({ ...byId, text: "C-1" }, firstUs);
    expect(early.rows[0]?.outcome).toBe("in_progress");
  });

  it("end at the newest data and are counted by day", async () => {
    const page = await shown(byId);
    const fromUs = firstUs - (firstUs % dayUs);
    expect(page.period).toEqual({
      fromUs,
      toUs: fromUs + dayUs,
      isNewest: true,
      dataFromUs: fromUs,
    });
    expect(page.histogram).toEqual({
      stepDays: 1,
      buckets: [{ fromUs, matching: 4, all: 4 }],
    });
    expect(page.newestUs).toBe(firstUs + 3);
  });
});

it("counts and lists cases by the days of the workspace's zone, also where clocks change", async () => {
  await withStore(async (path, db) => {
    await writeSettings(db, { ...defaultSettings, displayTimeZone: "Pacific/Auckland" });
    const opened = (caseId: string, instant: string) =>
      made(caseId, ["sms"], { words: "Late", openedUs: Date.parse(instant) * 1000 });
    await storeCases(db, [
      opened("N-1", "2026-04-03T10:59Z"),
      opened("N-2", "2026-04-03T11:00Z"),
      opened("N-3", "2026-04-04T11:00Z"),
      opened("N-4", "2026-04-05T11:59Z"),
      opened("N-5", "2026-04-05T12:00Z"),
    ]);
    const period = { from: "2026-04-04", to: "2026-04-05" };
    const page = await loadCasesPage({ path, scope: null }, { ...byId, period }, asOfUs);
    expect(idsOf(page)).toEqual(["N-2", "N-3", "N-4"]);
    const days = page.histogram.buckets.map(({ fromUs, matching }) => [fromUs, matching]);
    expect(days).toEqual([
      [Date.parse("2026-04-04") * 1000, 1],
      [Date.parse("2026-04-05") * 1000, 2],
    ]);
  });
});

it("sees at once what was written, linked and removed since", async () => {
  await withStore(async (path, db) => {
    const now = async () => idsOf(await loadCasesPage({ path, scope: null }, byId, asOfUs));
    expect(await now()).toEqual(["C-1", "C-2", "C-3", "D-1"]);
    await storeCases(db, [made("C-15", ["sms"], { words: "Late" })]);
    expect(await now()).toEqual(["C-1", "C-15", "C-2", "C-3", "D-1"]);
    const customer = await enqueueOutdated(db, "customer", "u-1");
    const links = new Map([["C-2", { repeatUs: firstUs + dayUs, repeatCaseId: "C-15" }]]);
    await writeCustomerLinks(db, [{ entry: customer, links, disclosures: [] }], 1);
    const reopened = { ...byId, facets: { ...byId.facets, outcome: ["reopened"] } };
    expect(idsOf(await loadCasesPage({ path, scope: null }, reopened, asOfUs))).toEqual(["C-2"]);
    const gone = await enqueueOutdated(db, "case", "C-15");
    await writeCases(db, [{ entry: gone, rows: null }], { mergeRevision: 0, nowUs: 1 });
    expect(await now()).toEqual(["C-1", "C-2", "C-3", "D-1"]);
    // SQLite gives the key of the last row to the next one.
    await storeCases(db, [made("A-1", ["sms"], { words: "Another" })]);
    expect(await now()).toEqual(["A-1", "C-1", "C-2", "C-3", "D-1"]);
  });
});

it("knows the cases before and after one of the list, and none outside it", async () => {
  await withStore(async (path) => {
    const beside = (caseId: string, query: CasesQuery = byId) =>
      loadCaseNeighbours({ path, scope: null }, query, caseId, asOfUs);
    expect(await beside("C-1")).toEqual({ previous: null, next: "C-2", position: 1, total: 4 });
    expect(await beside("C-2")).toEqual({ previous: "C-1", next: "C-3", position: 2, total: 4 });
    expect(await beside("D-1")).toEqual({ previous: "C-3", next: null, position: 4, total: 4 });
    expect(await beside("C-2", { ...byId, text: "parcel" })).toBeNull();
    expect(await beside("nobody")).toBeNull();
  });
});

function idsOf(page: CasesPageModel): string[] {
  return page.rows.map(({ caseId }) => caseId);
}

async function shown(query: CasesQuery, at = asOfUs): Promise<CasesPageModel> {
  return withStore((path) => loadCasesPage({ path, scope: null }, query, at));
}

async function withStore<T>(work: (path: string, db: Database) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-"));
  const path = join(folder, "main.db");
  const db = await openWriter(path);
  try {
    await storeCases(db, cases);
    return await work(path, db);
  } finally {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function made(
  caseId: string,
  channels: readonly Channel[],
  given: Partial<DerivedCase> & { readonly words: string },
): DerivedCase {
  const { words, ...rest } = given;
  return derivedCase({
    caseId,
    messages: [derivedMessage({ text: words })],
    interactions: channels.map((channel, ordinal) => derivedInteraction({ ordinal, channel })),
    ...rest,
  });
}

describe("a snapshot", () => {
  const countIn = (path: string, at: number) =>
    readSnapshot({ path, scope: null }, byId, at, (cases) => [
      cases.cases().count,
      cases.about.asOfUs,
    ]);

  it("is of one instant and one version, and is not to be read once the request has gone on", async () => {
    await withStore(async (path, db) => {
      const kept = await readSnapshot({ path, scope: null }, byId, asOfUs, (cases) => cases);
      await storeCases(db, [made("C-15", ["sms"], { words: "Late" })]);
      expect(await countIn(path, asOfUs + dayUs)).toEqual([5, asOfUs + dayUs]);
      for (const read of [
        () => kept.cases(),
        () => kept.listed(),
        () => kept.selection(),
        () => kept.facets(),
        () => kept.openedIn([0, asOfUs]),
        () => kept.once("anything", () => 1),
        () => kept.over(null),
        () => kept.ever(byId),
        () => kept.versionStarts(),
        () => kept.table,
      ]) {
        expect(read).toThrow("after the request had gone on");
      }
      expect(kept.about).toMatchObject({ asOfUs, newestUs: firstUs + 3 });
    });
  });

  it("answers the same whatever is written and asked while it is read", async () => {
    await withStore(async (path, db) => {
      const reading = readSnapshot({ path, scope: null }, byId, asOfUs, (cases) => [
        cases.cases().count,
        cases.listed().count,
        cases.selection().keys.length,
        cases.facets().outcome.reduce((sum, { count }) => sum + count, 0),
      ]);
      const later = countIn(path, asOfUs + dayUs);
      await storeCases(db, [made("C-15", ["sms"], { words: "Late" })]);
      expect(new Set(await reading).size).toBe(1);
      expect((await later)[1]).toBe(asOfUs + dayUs);
    });
  });

  it("is as of the later instant for a request that began just before another, and reads no case anew", async () => {
    await withStore(async (path) => {
      await countIn(path, asOfUs);
      const { table } = await readCaseTable(readerOf(path), asOfUs);
      const { version } = table;
      expect(await countIn(path, asOfUs - 1_000_000)).toEqual([4, asOfUs]);
      expect([table.version, table.asOfUs]).toEqual([version, asOfUs]);
    });
  });

  it("of an instant well before leaves the table that others read as it is", async () => {
    await withStore(async (path, db) => {
      await countIn(path, asOfUs);
      const { table } = await readCaseTable(readerOf(path), asOfUs);
      const { version } = table;
      const early = await loadCasesPage({ path, scope: null }, { ...byId, text: "C-1" }, firstUs);
      expect(early.rows[0]?.outcome).toBe("in_progress");
      expect(early.facets.outcome.options).toEqual([{ value: "in_progress", count: 1 }]);
      expect([table.version, table.asOfUs]).toEqual([version, asOfUs]);
      const now = await loadCasesPage({ path, scope: null }, { ...byId, text: "C-1" }, asOfUs);
      expect(now.rows[0]?.outcome).toBe("closed_unproven");
      await storeCases(db, [made("C-15", ["sms"], { words: "Late" })]);
      expect(await countIn(path, firstUs)).toEqual([5, firstUs]);
    });
  });
});

function readerOf(path: string): Database {
  const reader = workspaceReader(path);
  if (reader === null) throw new Error(`There is no ${path}.`);
  return reader;
}
