import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { derivedCase } from "@/lib/testing/derived-case";
import { storeCases } from "@/lib/testing/memory-store";
import { otlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { caseCellText } from "@/lib/analytics/words/case-cells";
import { defaultCaseQuery } from "@/lib/pages/case/url";
import { everyCase, withToggled } from "@/lib/analytics/filter/cases-query";
import { loadCasePage } from "@/lib/pages/case/load";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { loadCasesPage } from "./load";

const startUs = 1_767_600_000_000_000;
const dayUs = 86_400_000_000;

function said(index: number, channel: string): PlainSpan {
  const digits = String(index).padStart(4, "0");
  return {
    traceId: digits.padStart(32, "a"),
    spanId: digits.padStart(16, "b"),
    startUs: startUs + index * dayUs,
    attributes: {
      case_id: `C-${digits}`,
      channel,
      "message.role": "customer",
      "message.content": `Where is parcel number ${digits}?`,
    },
  };
}

describe("loadCasesPage", () => {
  it("shows an empty workspace where nothing was ever ingested", async () => {
    await withTestWorkspace(async ({ folder }) => {
      const path = join(folder, "nobody.db");
      expect(await loadCasesPage({ path, scope: null }, everyCase, startUs)).toMatchObject({
        rows: [],
        total: 0,
        isWorkspaceEmpty: true,
      });
      expect(
        await loadCasePage({ path, scope: null }, "C-1", defaultCaseQuery, startUs),
      ).toBeNull();
    });
  });

  it("reads a page beyond the last as the last, and every case is on one page", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
      const spans = Array.from({ length: 53 }, (_, index) => said(index, "sms"));
      await ingestRequests([otlpRequest(spans)]);
      await derive();
      const path = locationIn(folder, "main");
      const asOfUs = startUs + 100 * dayUs;
      const first = await loadCasesPage({ path, scope: null }, everyCase, asOfUs);
      const last = await loadCasesPage({ path, scope: null }, { ...everyCase, page: 99 }, asOfUs);
      expect([first.query.page, first.rows.length, first.total]).toEqual([1, 50, 53]);
      expect([last.query.page, last.rows.length, last.total]).toEqual([2, 3, 53]);
      const shown = [...first.rows, ...last.rows].map((row) => row.caseId);
      expect(new Set(shown).size).toBe(53);
    });
  });

  it("counts each facet with the other filters on, and keeps a chosen value that has none", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
      const spans = [said(1, "sms"), said(2, "sms"), said(3, "chat")];
      await ingestRequests([otlpRequest(spans)]);
      await derive();
      const path = locationIn(folder, "main");
      const facets = {
        ...everyCase.facets,
        channel: ["chat"],
        outcome: ["duplicate"],
      };
      const query = { ...everyCase, facets };
      const page = await loadCasesPage({ path, scope: null }, query, startUs + 100 * dayUs);
      expect(page.facets.outcome.options).toEqual([
        { value: "unresolved", count: 1 },
        { value: "duplicate", count: 0 },
      ]);
      expect(page.facets.channel.options).toEqual([{ value: "chat", count: 0 }]);
      expect([page.total, page.isWorkspaceEmpty]).toEqual([0, false]);
      expect(page.headline.title).toContain("0 of 1");
    });
  });

  it("lists inferred intents as such, apart from declared ones, and the case says how sure that is", async () => {
    await withTestWorkspace(async ({ folder, db }) => {
      const inferredIntent = { intent: "refund", confidence: 0.9, because: "As in 6 cases." };
      const unsaid = { caseType: null, intent: null };
      await storeCases(db, [
        derivedCase({ caseId: "C-1", caseType: null, intent: "refund" }),
        derivedCase({ caseId: "C-2", ...unsaid, inferredIntent }),
        derivedCase({ caseId: "C-3", ...unsaid }),
      ]);
      const workspace = { path: locationIn(folder, "main"), scope: null };
      const all = await loadCasesPage(workspace, everyCase, startUs);
      expect(all.facets.intent.options).toEqual([
        { value: "declared", count: 1 },
        { value: "inferred", count: 1 },
        { value: "unknown", count: 1 },
      ]);
      const query = withToggled(everyCase, "intent", "inferred");
      const { rows } = await loadCasesPage(workspace, query, startUs);
      expect(rows.map((row) => [row.caseId, caseCellText("type", row)])).toEqual([
        ["C-2", "refund (inferred)"],
      ]);
      const page = await loadCasePage(workspace, "C-2", defaultCaseQuery, startUs);
      expect(page?.inferredIntent?.words).toBe("refund (inferred)");
      expect(page?.inferredIntent?.because).toContain("about 90 of 100");
    });
  });
});
