import "server-only";
import { agreementsOf } from "@/lib/cases/labels/agreements-of";
import { labelledCase } from "@/lib/cases/labels/labelled-case";
import type { Agreement, PlacedLabel } from "@/lib/domain/quality/agreement";
import type { Label } from "@/lib/domain/quality/label";
import type { Scope } from "@/lib/domain/people/permission";
import { judgedCase } from "@/lib/evaluators/judged-case";
import type { Database } from "@/lib/store/port";
import { hashWords, readEvaluatorLabels } from "@/lib/store/decisions/labels";
import { readCase, readCaseRevision } from "@/lib/store/cases/read-case";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/** The cached labels of a case, with the revision that they are valid for. */
type Remembered = { readonly key: string; readonly placed: readonly PlacedLabel[] };
const remembered = new WeakMap<Database, Map<string, Remembered>>();

/**
 * People's agreement with one of the evaluators, by labelled version.
 * @returns none without labels within the scope
 */
export async function loadAgreements(
  { path, scope }: SeenWorkspace,
  evaluator: string,
): Promise<readonly Agreement[]> {
  const reader = workspaceReader(path);
  return reader === null ? [] : agreementsOf(await readLabelledScores(reader, scope, evaluator));
}

/** The labels of an evaluator's scores, each with its target's current score. */
export async function readLabelledScores(
  db: Database,
  scope: Scope | null,
  evaluator: string,
): Promise<readonly PlacedLabel[]> {
  const labels = await readEvaluatorLabels(db, scope, evaluator);
  const caseIds = new Set(labels.map(({ currentCaseId }) => currentCaseId));
  const placed: PlacedLabel[] = [];
  for (const caseId of caseIds) {
    const own = labels.filter((label) => label.currentCaseId === caseId);
    placed.push(...(await placeLabels(db, caseId, own)));
  }
  return placed;
}

/** A case is read again only if it or its labels changed. */
async function placeLabels(
  db: Database,
  caseId: string,
  labels: readonly Label[],
): Promise<readonly PlacedLabel[]> {
  const known = remembered.get(db) ?? new Map<string, Remembered>();
  remembered.set(db, known);
  const revision = await readCaseRevision(db, caseId);
  const key = JSON.stringify([revision, labels]);
  const name = JSON.stringify([caseId, labels[0]?.evaluator]);
  const before = known.get(name);
  if (before?.key === key) return before.placed;
  const stored = await readCase(db, caseId);
  const placed =
    stored === null
      ? labels.map((label) => ({ label, place: null, now: null, isEvidenceSame: false }))
      : labelledCase(judgedCase(stored), labels, hashWords);
  known.set(name, { key, placed });
  return placed;
}
