import { isDeepStrictEqual } from "node:util";
import {
  noEffect,
  type CaseChange,
  type SettingsEffect,
} from "@/lib/domain/settings/settings-effect";
import { outcomeAt, type Outcome } from "@/lib/domain/case/outcome";
import { outcomeFacts } from "@/lib/analytics/rows/outcome-facts";
import type { Database } from "@/lib/store/port";
import { readCase } from "@/lib/store/cases/read-case";
import { createFlipTally } from "./flip-tally";
import { readVerdicts, type StoredVerdict } from "@/lib/store/cases/verdicts";
import { readNextCases, readSpanCases } from "@/lib/store/workspace-scan";

type CaseOutline = {
  readonly row: Awaited<ReturnType<typeof readNextCases>>[number];
  readonly outcome: Outcome;
};

const pageSize = 1000;
/** How many changed cases an effect names. */
export const exampleCount = 8;

export type Comparison = {
  readonly before: Database;
  readonly after: Database;
  /** For outcomes: microseconds since 1970. */
  readonly asOfUs: number;
  /** Cases derived since `before`: only their contents can differ. */
  readonly derived: ReadonlySet<string>;
};

/**
 * Compares the derived data of two states of a workspace, case by case and span by span.
 * @returns the differences
 */
export async function compareWorkspaces(comparison: Comparison): Promise<SettingsEffect> {
  const tally = createTally();
  const flips = createFlipTally();
  for await (const [before, after] of pairs(outlines(comparison))) {
    const change = await changeOf(comparison, before, after);
    if (change !== null) tally.add(change, before, after);
    if (before !== null && after !== null && comparison.derived.has(before.row.caseId)) {
      flips.add(before.row.caseId, await verdictsOf(comparison, before.row.caseId));
    }
  }
  const spans = await compareSpans(comparison);
  return { ...tally.result(), disclosures: flips.result(), spans };
}

async function changeOf(
  comparison: Comparison,
  before: CaseOutline | null,
  after: CaseOutline | null,
): Promise<CaseChange | null> {
  if (before === null) return "added";
  if (after === null) return "removed";
  if (before.outcome !== after.outcome) return "outcome";
  if (before.row.touchpoints !== after.row.touchpoints) return "touchpoints";
  if (!isDeepStrictEqual(before.row, after.row)) return "other";
  const { caseId } = before.row;
  if (!comparison.derived.has(caseId)) return null;
  const was = await readCase(comparison.before, caseId);
  const is = await readCase(comparison.after, caseId);
  return JSON.stringify(was) === JSON.stringify(is) ? null : "other";
}

async function verdictsOf(
  { before, after }: Comparison,
  caseId: string,
): Promise<readonly [readonly StoredVerdict[], readonly StoredVerdict[]]> {
  return [await readVerdicts(before, caseId), await readVerdicts(after, caseId)];
}

type Tally = {
  readonly add: (change: CaseChange, before: CaseOutline | null, after: CaseOutline | null) => void;
  readonly result: () => Omit<SettingsEffect, "spans" | "disclosures">;
};

function createTally(): Tally {
  const byChange = { ...noEffect.byChange };
  const outcomes = new Map<string, { from: Outcome; to: Outcome; cases: number }>();
  const examples = new Map<CaseChange, string[]>();
  return {
    add: (change, before, after) => {
      byChange[change] += 1;
      const caseId = (after ?? before)?.row.caseId;
      const known = examples.get(change) ?? [];
      if (caseId !== undefined && known.length < exampleCount)
        examples.set(change, [...known, caseId]);
      if (change !== "outcome" || before === null || after === null) return;
      const key = `${before.outcome} ${after.outcome}`;
      const row = outcomes.get(key) ?? { from: before.outcome, to: after.outcome, cases: 0 };
      outcomes.set(key, { ...row, cases: row.cases + 1 });
    },
    result: () => ({
      byChange,
      touched: Object.values(byChange).reduce((sum, count) => sum + count, 0),
      outcomes: [...outcomes.values()].sort((a, b) => b.cases - a.cases),
      examples: mixed(examples),
    }),
  };
}

/** Examples of every kind of change rather than many of one. */
function mixed(examples: ReadonlyMap<CaseChange, readonly string[]>): SettingsEffect["examples"] {
  const ranked = [...examples].flatMap(([change, caseIds]) =>
    caseIds.map((caseId, rank) => ({ change, caseId, rank })),
  );
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, exampleCount)
    .map(({ change, caseId }) => ({ change, caseId }));
}

async function compareSpans({ before, after }: Comparison): Promise<SettingsEffect["spans"]> {
  const spans = { ...noEffect.spans };
  for (let from = 0; ;) {
    const was = await readSpanCases(before, from, pageSize);
    const last = was.at(-1);
    if (last === undefined) return spans;
    const page = await readSpanCases(after, from, pageSize);
    const is = new Map(page.map(({ span, caseId }) => [span, caseId]));
    for (const { span, caseId } of was) {
      const now = is.get(span) ?? null;
      if (now === caseId) continue;
      if (caseId === null) spans.assigned += 1;
      else if (now === null) spans.unassigned += 1;
      else spans.moved += 1;
    }
    from = last.span;
  }
}

type OutlineIterator = AsyncIterator<CaseOutline, undefined>;

function outlines({
  before,
  after,
  asOfUs,
}: Comparison): readonly [OutlineIterator, OutlineIterator] {
  return [outlinesOf(before, asOfUs), outlinesOf(after, asOfUs)];
}

async function* outlinesOf(db: Database, asOfUs: number): AsyncGenerator<CaseOutline, undefined> {
  for (let after = ""; ;) {
    const page = await readNextCases(db, after, pageSize);
    for (const row of page) yield { row, outcome: outcomeAt(outcomeFacts(row, row), asOfUs) };
    const last = page.at(-1);
    if (last === undefined) return undefined;
    after = last.caseId;
  }
}

/** Full outer join of two ordered lists. */
async function* pairs([left, right]: readonly [OutlineIterator, OutlineIterator]): AsyncGenerator<
  readonly [CaseOutline | null, CaseOutline | null]
> {
  let before = (await left.next()).value ?? null;
  let after = (await right.next()).value ?? null;
  while (before !== null || after !== null) {
    const order = compareIds(before, after);
    yield [order <= 0 ? before : null, order >= 0 ? after : null];
    if (order <= 0) before = (await left.next()).value ?? null;
    if (order >= 0) after = (await right.next()).value ?? null;
  }
}

/** SQLite's binary order of text; an exhausted list comes last. */
function compareIds(before: CaseOutline | null, after: CaseOutline | null): number {
  if (before === null) return 1;
  if (after === null) return -1;
  return Buffer.compare(Buffer.from(before.row.caseId), Buffer.from(after.row.caseId));
}
