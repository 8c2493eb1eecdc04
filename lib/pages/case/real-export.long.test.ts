import { describe, expect, it } from "vitest";
import { isResolved } from "@/lib/domain/case/outcome";
import { readSettings } from "@/lib/store/decisions/decisions";
import { openReader } from "@/lib/store/open-database";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readCase } from "@/lib/store/cases/read-case";
import { readBatches } from "@/lib/store/spans/read-batches";
import { readFigurePairs } from "@/lib/testing/figure-pairs";
import { realWorkspace } from "@/lib/testing/shared/real-workspace";
import { isWholeTier } from "@/lib/testing/runs";
import type { CasePageModel, Quotation, ScoreView } from "./case-page-model";
import { defaultCaseQuery } from "./url";
import { everyCase } from "@/lib/analytics/filter/cases-query";
import { isoInstant } from "@/lib/format/format";
import { lateWords } from "@/lib/format/clock-words";
import { caseKnowledge } from "./load-knowledge";
import { loadCasePage } from "./load";
import { slaCsv } from "@/lib/pages/sla/load-csv";

const asOfUs = 1_780_000_000_000_000;
const emptyMark = /\b(?:undefined|NaN|null)\b|\[object/;

function scoresOf(page: CasePageModel): ScoreView[] {
  const placed = page.contacts.flatMap(({ scores, arrivals, changes }) => [
    ...scores,
    ...[...arrivals, ...changes].flatMap((handoff) => handoff.scores),
  ]);
  return [...page.caseScores, ...placed];
}

function markedRefs(page: CasePageModel): number[] {
  return page.contacts.flatMap(({ messages }) =>
    messages.flatMap((view) => view.segments.flatMap((segment) => segment.starts)),
  );
}

function quotedRefs(quotations: readonly Quotation[]): number[] {
  return quotations.flatMap((quotation) => (quotation.kind === "words" ? [quotation.ref] : []));
}

/** What handoffs quote of what was known and handed over, and the selected one of what was not needed. */
function factsOf({ panel, contacts }: CasePageModel): Quotation[] {
  const handoffs = contacts.flatMap(({ arrivals, changes }) => [...arrivals, ...changes]);
  const lines = handoffs.flatMap(({ story }) => story.lines);
  const parts = handoffs.flatMap(({ packet }) => packet?.items ?? []);
  const facts = panel?.kind === "handoff" ? panel.facts : [];
  return [
    ...[...lines, ...facts].flatMap(({ given, seen }) => [given, seen]),
    ...parts.map(({ quotation }) => quotation),
  ].filter((each) => each !== null);
}

/** State, due date and business minutes left of each clock, as the SLA page's file has them. */
async function clocksInFile(path: string): Promise<Map<string, readonly string[]>> {
  let csv = "";
  for await (const part of slaCsv({ path, scope: null }, everyCase, asOfUs)) csv += part;
  const lines = csv.trimEnd().split("\r\n").slice(1);
  return new Map(
    lines.map((line) => {
      const cells = line.split(",");
      return [cells[0] ?? "", [cells[3] ?? "", cells[6] ?? "", cells.at(-1) ?? ""]];
    }),
  );
}

describe("loadCasePage", () => {
  it("lays out cases of the real export: all words and scores placed, all quotes marked, all pages of one mind, clocks too", async () => {
    const seen = await realWorkspace();
    const { path } = seen;
    const db = openReader(path);
    try {
      const { batches } = await readBatches(db, {
        page: 1,
        pageSize: 2,
        batch: null,
        rejectsMax: 0,
      });
      const ofSpans = { accepted: 19_372, duplicate: 0, rejected: 0 };
      expect(batches.at(-1)).toMatchObject(ofSpans);
      const settings = await readSettings(db);
      const inFile = await clocksInFile(path);
      expect(inFile.size).toBeGreaterThan(100);
      const ids = await listCaseIds(db);
      expect(ids).toHaveLength(714);
      for (const caseId of ids.filter((_, at) => isWholeTier || at % 6 === 0)) {
        const page = await loadCasePage(seen, caseId, defaultCaseQuery, asOfUs);
        if (page === null) throw new Error(`${caseId} is listed and cannot be read`);
        const quoted = scoresOf(page).flatMap((score) => quotedRefs(score.quotations));
        const closing = quotedRefs(page.closureQuotations);
        const known = quotedRefs(factsOf(page));
        expect(markedRefs(page), caseId).toEqual(
          [...new Set([...quoted, ...closing, ...known])].sort(byNumber),
        );
        const placed = page.contacts.reduce((sum, contact) => sum + contact.messages.length, 0);
        expect([caseId, placed]).toEqual([caseId, page.messages]);
        expect(`${page.title} ${page.outcomeReasons.join(" ")}`).not.toMatch(emptyMark);
        const stored = await readCase(db, caseId);
        if (stored === null) throw new Error(`${caseId} is listed and cannot be read`);
        const { state, dueUs, leftUs } = caseKnowledge(stored, settings, asOfUs).slaClock.status;
        const due = dueUs === null ? "" : (isoInstant(dueUs) ?? "");
        const clock = [state, due, String(Math.round(leftUs / 60_000_000))];
        expect([caseId, ...clock]).toEqual([caseId, ...(inFile.get(caseId) ?? ["none", "", "0"])]);
        if (isResolved(page.outcome) === true) expect(["none", "met", "breached"]).toContain(state);
        const late = lateWords({ state, dueUs, leftUs });
        expect(page.timeline.sla.overWords).toBe(late);
      }
      const pairs = await readFigurePairs(seen, asOfUs);
      expect(pairs.length).toBeGreaterThan(200);
      for (const { what, one, other } of pairs) expect(one, what).toEqual(other);
    } finally {
      await db.close();
    }
  });
});

function byNumber(left: number, right: number): number {
  return left - right;
}
