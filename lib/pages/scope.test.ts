import { describe, expect, it } from "vitest";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { Scope } from "@/lib/domain/people/permission";
import { addDecision } from "@/lib/store/decisions/case-decisions";
import { caseVisibility } from "@/lib/store/cases/case-scope";
import { writeCustomerLinks } from "@/lib/store/cases/customer-links";
import type { Database } from "@/lib/store/port";
import { addNote } from "@/lib/store/decisions/notes";
import { readScopeNames } from "@/lib/store/decisions/scope-names";
import { dayUs, derivedCase, derivedMessage, firstUs } from "@/lib/testing/derived-case";
import { enqueueOutdated, storeCases } from "@/lib/testing/memory-store";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { defaultCaseQuery } from "@/lib/pages/case/url";
import { everyCase, withToggled, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { loadCaseNeighbours } from "@/lib/pages/case/load-neighbours";
import { loadCasePage } from "@/lib/pages/case/load";
import { loadCasePeek } from "@/lib/pages/case/load-peek";
import { casesReadSoFar, readCaseTable, tableInScope } from "@/lib/analytics/load/case-table";
import { casesCsv } from "@/lib/pages/cases/load-csv";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { loadCustomerPage } from "@/lib/pages/customer/load";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";

const asOfUs = firstUs + 100 * dayUs;
const byId = { ...everyCase, sort: "case", direction: "asc" } as const;
const europe: Scope = { regions: ["EU"], teams: [] };

const cases: readonly DerivedCase[] = [
  made("C-1", "EU", { openedUs: firstUs, teams: ["Care", "Billing"] }),
  made("C-2", "US", { caseType: "outage", openedUs: firstUs + dayUs, teams: ["Loss", "Billing"] }),
  made("C-3", "EU", { openedUs: firstUs + 2 * dayUs }),
  made("C-4", null, { caseType: "delivery", openedUs: firstUs + 90 * dayUs }),
];

describe("what an account of one region sees", () => {
  it("is listed, counted, searched and exported without the cases of others", async () => {
    await withCases(async (seen) => {
      const page = await loadCasesPage(seen(europe), byId, asOfUs);
      expect(page.rows.map(({ caseId }) => caseId)).toEqual(["C-1", "C-3"]);
      expect(page.total).toBe(2);
      expect(page.facets.type.options).toEqual([{ value: "billing", count: 2 }]);
      expect(page.facets.channel.options).toEqual([{ value: "chat", count: 2 }]);
      expect(page.newestUs).toBeLessThan(firstUs + 3 * dayUs);
      const said = await loadCasesPage(seen(europe), { ...byId, text: "parcel" }, asOfUs);
      expect(said.total).toBe(2);
      expect((await loadCasesPage(seen(null), { ...byId, text: "parcel" }, asOfUs)).total).toBe(4);
      for (const text of ["C-2", "said C-2", "c-4"]) {
        expect((await loadCasesPage(seen(europe), { ...byId, text }, asOfUs)).total).toBe(0);
      }
      expect(await csv(seen(europe), byId)).toMatch(/C-1[^]*C-3/);
      expect(await csv(seen(europe), byId)).not.toMatch(/C-2|C-4/);
    });
  });

  it("has nothing where no case is in the region, and is not taken for an empty workspace", async () => {
    await withCases(async (seen) => {
      for (const scope of [
        { regions: ["Mars"], teams: [] },
        { regions: [], teams: ["care"] },
        { regions: ["EU"], teams: ["Loss"] },
      ]) {
        const page = await loadCasesPage(seen(scope), byId, asOfUs);
        expect([page.total, page.rows, page.isWorkspaceEmpty]).toEqual([0, [], false]);
        expect(await loadCasePage(seen(scope), "C-1", defaultCaseQuery, asOfUs)).toBeNull();
      }
    });
  });

  it("ends where the region ends: no case, preview, neighbour or customer beyond it", async () => {
    await withCases(async (seen) => {
      const here = seen(europe);
      for (const caseId of ["C-2", "C-4", "nobody"]) {
        expect(await loadCasePage(here, caseId, defaultCaseQuery, asOfUs)).toBeNull();
        expect(await loadCasePeek(here, caseId, "", asOfUs)).toBeNull();
        expect(await loadCaseNeighbours(here, byId, caseId, asOfUs)).toBeNull();
      }
      const page = await loadCasesPage(here, { ...byId, peek: "C-2" }, asOfUs);
      expect(page.peek).toBeNull();
      expect(await loadCaseNeighbours(here, byId, "C-1", asOfUs)).toMatchObject({
        next: "C-3",
        total: 2,
      });
      const customer = await loadCustomerPage(here, "u-1", asOfUs);
      expect([customer?.total, customer?.cases.map(({ caseId }) => caseId)]).toEqual([
        2,
        ["C-3", "C-1"],
      ]);
      expect(await loadCustomerPage(seen({ ...europe, regions: ["Mars"] }), "u-1", 1)).toBeNull();
    });
  });

  it("names no other case on the page of one, and neither what was decided or noted with it", async () => {
    await withCases(async (seen, db) => {
      await storeCases(db, [made("C-5", "EU", { mergedInto: "C-2" })]);
      await storeCases(db, [made("C-6", "US", { mergedInto: "C-1" })]);
      const customer = await enqueueOutdated(db, "customer", "u-1");
      const links = new Map([["C-1", { repeatUs: firstUs + dayUs, repeatCaseId: "C-2" }]]);
      await writeCustomerLinks(db, [{ entry: customer, links, disclosures: [] }], 1);
      await addDecision(db, moved("C-2", "C-1"), 1);
      await addDecision(db, moved("C-3", "C-1"), 1);
      await addDecision(db, { ...moved("C-6", "C-1"), kind: "merge" }, 1);
      await addNote(db, { caseId: "C-6", text: "Secret." }, 1);
      await addNote(db, { caseId: "C-1", text: "Known." }, 1);
      for (const caseId of ["C-1", "C-3", "C-5"]) {
        const page = await loadCasePage(seen(europe), caseId, defaultCaseQuery, asOfUs);
        const peek = await loadCasePeek(seen(europe), caseId, "", asOfUs);
        expect([page?.caseId, peek?.caseId]).toEqual([caseId, caseId]);
        expect(JSON.stringify([page, peek])).not.toMatch(/C-2|C-4|C-6|Secret/);
      }
      const page = await loadCasePage(seen(europe), "C-1", defaultCaseQuery, asOfUs);
      expect(page?.around.decisions.map(({ other }) => other?.caseId)).toEqual(["C-3"]);
      expect(page?.around.notes.map(({ text }) => text)).toEqual(["Known."]);
      expect(JSON.stringify(await loadCustomerPage(seen(europe), "u-1", asOfUs))).not.toMatch(
        /C-2|C-4|C-6/,
      );
      const all = await loadCasePage(seen(null), "C-1", defaultCaseQuery, asOfUs);
      expect([all?.repeatCaseId, all?.around.decisions.length, all?.around.notes.length]).toEqual([
        "C-2",
        3,
        2,
      ]);
    });
  });

  it("follows a case that comes to another region", async () => {
    await withCases(async (seen, db) => {
      const america = { ...europe, regions: ["US"] };
      const now = async (scope: Scope | null) =>
        (await loadCasesPage(seen(scope), byId, asOfUs)).rows.map(({ caseId }) => caseId);
      expect([await now(europe), await now(america)]).toEqual([["C-1", "C-3"], ["C-2"]]);
      await storeCases(db, [made("C-1", "US", { caseType: "outage" }), made("C-4", "EU")]);
      expect([await now(europe), await now(america)]).toEqual([
        ["C-3", "C-4"],
        ["C-1", "C-2"],
      ]);
      const page = await loadCasesPage(seen(america), byId, asOfUs);
      expect(page.facets.type.options).toEqual([{ value: "outage", count: 2 }]);
      const left = await loadCasesPage(seen(europe), { ...byId, text: "C-1" }, asOfUs);
      expect(left.total).toBe(0);
      expect(await loadCasePage(seen(europe), "C-1", defaultCaseQuery, asOfUs)).toBeNull();
      expect(await now(null)).toEqual(["C-1", "C-2", "C-3", "C-4"]);
    });
  });
});

describe("what an account of one team sees", () => {
  it.each<[Scope, readonly string[]]>([
    [{ regions: [], teams: ["Billing"] }, ["C-1", "C-2"]],
    [{ regions: [], teams: ["Care"] }, ["C-1"]],
    [{ regions: [], teams: ["Loss", "Care"] }, ["C-1", "C-2"]],
    [{ regions: ["EU"], teams: ["Billing"] }, ["C-1"]],
    [{ regions: ["EU", "US"], teams: ["Loss"] }, ["C-2"]],
    [{ regions: [], teams: ["billing"] }, []],
  ])("is every case that one of its teams served, in its regions: %j", async (scope, expected) => {
    await withCases(async (seen) => {
      const here = seen(scope);
      const page = await loadCasesPage(here, byId, asOfUs);
      expect([page.rows.map(({ caseId }) => caseId), page.total]).toEqual([
        expected,
        expected.length,
      ]);
      const counted = page.facets.channel.options.map(({ count }) => count);
      expect(counted).toEqual(expected.length === 0 ? [] : [expected.length]);
      const found = await loadCasesPage(here, { ...byId, text: "parcel" }, asOfUs);
      expect(found.total).toBe(expected.length);
      const exported = (await csv(here, byId)).match(/^C-\d/gmu) ?? [];
      expect(exported).toEqual(expected);
      const customer = await loadCustomerPage(here, "u-1", asOfUs);
      expect(customer?.total ?? 0).toBe(expected.length);
      for (const { caseId } of cases) {
        const isSeen = expected.includes(caseId);
        const one = await loadCasePage(here, caseId, defaultCaseQuery, asOfUs);
        const peek = await loadCasePeek(here, caseId, "", asOfUs);
        expect([caseId, one !== null, peek !== null]).toEqual([caseId, isSeen, isSeen]);
      }
    });
  });

  it("reaches no further by asking for another team, and counts teams in its own cases alone", async () => {
    await withCases(async (seen) => {
      const here = seen({ regions: [], teams: ["Care"] });
      const page = await loadCasesPage(here, byId, asOfUs);
      expect(page.facets.team.options).toEqual([
        { value: "Billing", count: 1 },
        { value: "Care", count: 1 },
      ]);
      for (const [team, expected] of Object.entries({ Billing: ["C-1"], Loss: [], "": [] })) {
        const { rows } = await loadCasesPage(here, withToggled(byId, "team", team), asOfUs);
        expect(rows.map(({ caseId }) => caseId)).toEqual(expected);
      }
      const nobody = await loadCasesPage(seen(null), withToggled(byId, "team", ""), asOfUs);
      expect(nobody.rows.map(({ caseId }) => caseId)).toEqual(["C-3", "C-4"]);
    });
  });

  it("follows a case that another team took over, and a merged one to the case that keeps it", async () => {
    await withCases(async (seen, db) => {
      const care: Scope = { regions: [], teams: ["Care"] };
      await storeCases(db, [
        made("C-1", "EU", { teams: ["Loss"] }),
        made("C-3", "EU", { teams: ["Care"] }),
        made("C-7", "EU", { mergedInto: "C-3" }),
        made("C-8", "EU", { mergedInto: "C-1" }),
      ]);
      const page = await loadCasesPage(seen(care), byId, asOfUs);
      expect(page.rows.map(({ caseId }) => caseId)).toEqual(["C-3"]);
      const sights = ["C-1", "C-3", "C-7", "C-8"].map((id) => caseVisibility(db, care, id));
      expect(await Promise.all(sights)).toEqual(["hidden", "seen", "seen", "hidden"]);
    });
  });
});

describe("the table that is kept", () => {
  it("is one for everybody; which cases a scope has is kept of the last few", async () => {
    await withCases(async (_, db) => {
      const kept = await readCaseTable(db, 1);
      expect(await readCaseTable(db, 2)).toBe(kept);
      expect(tableInScope(kept, null)).toBe(kept.table);
      const both = tableInScope(kept, { regions: ["EU", "US"], teams: [] });
      expect(tableInScope(kept, { regions: ["US", "EU", "US"], teams: [] })).toBe(both);
      expect([kept.table.count, both.count]).toEqual([4, 3]);
      for (let region = 0; region < 20; region += 1) {
        tableInScope(kept, { regions: [String(region)], teams: [] });
      }
      expect(kept.visible.size).toBe(8);
      expect(tableInScope(kept, { regions: ["EU", "US"], teams: [] })).not.toBe(both);
    });
  });

  it("says of a first reading how many of the visible cases it has so far", async () => {
    await withCases(async (_, db) => {
      const reading = readCaseTable(db, 1);
      expect(casesReadSoFar(db, null)).toBe(0);
      expect(casesReadSoFar(db, europe)).toBe(0);
      const kept = await reading;
      expect([casesReadSoFar(db, null), casesReadSoFar(db, europe)]).toEqual([null, null]);
      kept.isFilled = false;
      expect([casesReadSoFar(db, null), casesReadSoFar(db, europe)]).toEqual([4, 2]);
    });
  });
});

it("sees a merged case of no region of its own with the one that keeps it", async () => {
  await withCases(async (_, db) => {
    await storeCases(db, [made("C-7", null, { mergedInto: "C-1" })]);
    const sights = ["C-1", "C-2", "C-4", "C-7", "nobody"].map((id) =>
      caseVisibility(db, europe, id),
    );
    expect(await Promise.all(sights)).toEqual(["seen", "hidden", "hidden", "seen", "absent"]);
  });
});

it("names the regions and teams that cases have, each once, to limit accounts by", async () => {
  await withCases(async (_, db) => {
    const teams = ["Billing", "Care", "Loss"];
    expect(await readScopeNames(db)).toEqual({ regions: ["EU", "US"], teams });
  });
});

function moved(fromCaseId: string, toCaseId: string) {
  const subject = { kind: "trace", traceId: "f" } as const;
  return { kind: "reassign", subject, fromCaseId, toCaseId, overrides: [] } as const;
}

async function csv(seen: SeenWorkspace, query: CasesQuery): Promise<string> {
  const parts: string[] = [];
  for await (const part of casesCsv(seen, query, asOfUs)) parts.push(part);
  return parts.join("");
}

function made(caseId: string, region: string | null, told: Partial<DerivedCase> = {}) {
  const messages = [derivedMessage({ text: `The parcel, said ${caseId}.` })];
  const { openedUs = firstUs } = told;
  return derivedCase({ caseId, region, messages, lastContactUs: openedUs, ...told });
}

function withCases<T>(
  work: (seen: (scope: Scope | null) => SeenWorkspace, db: Database) => Promise<T>,
): Promise<T> {
  return withTestWorkspace(async ({ folder, db }) => {
    await storeCases(db, cases);
    const path = locationIn(folder, "main");
    return work((scope) => ({ path, scope }), db);
  });
}
