import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { workspacePath } from "@/lib/pipeline/data-folder";
import { listCaseIds } from "@/lib/store/export-rows";
import { sharedPath } from "@/lib/testing/shared-data";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import type { CasePageModel, Quotation, ScoreView } from "@/lib/view/case-page-model";
import { defaultCaseQuery } from "@/lib/view/case-query";
import { loadCasePage } from "./case-page";

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
  const parts = handoffs.flatMap(({ packet }) => packet?.parts ?? []);
  const facts = panel?.kind === "handoff" ? panel.facts : [];
  return [
    ...[...lines, ...facts].flatMap(({ given, seen }) => [given, seen]),
    ...parts.map(({ quotation }) => quotation),
  ].filter((each) => each !== null);
}

describe("loadCasePage", () => {
  it("lays out every case of the real export: all words and scores placed, all quotes marked", async () => {
    const file = sharedPath("data/ingest/real-cases.otlp.jsonl.gz");
    if (file === null) return;
    await withTestWorkspace(async ({ db, folder, ingest, derive }) => {
      await ingest(await readFile(file));
      await derive();
      const path = workspacePath("main", folder);
      for (const caseId of await listCaseIds(db)) {
        const page = await loadCasePage({ path, scope: null }, caseId, defaultCaseQuery, asOfUs);
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
      }
    });
  }, 120_000);
});

function byNumber(left: number, right: number): number {
  return left - right;
}
