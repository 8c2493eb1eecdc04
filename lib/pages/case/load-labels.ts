import "server-only";
import { labelledCase } from "@/lib/cases/labels/labelled-case";
import { judgedCase } from "@/lib/evaluators/judged-case";
import { hashWords, readCaseLabels } from "@/lib/store/decisions/labels";
import { readCaseRevision } from "@/lib/store/cases/read-case";
import type { CaseLabels } from "@/lib/format/scores/label-view";
import { prepareLabels, type LabelReader } from "@/lib/format/scores/prepare-labels";
import { readRememberedCase } from "@/lib/analytics/load/read-remembered-case";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/**
 * Reads people's labels of a case. Call it before reading the case itself: what is written in between has another
 * revision, and a label on the page is refused rather than given to something else.
 * @returns null where there is no such case
 */
export async function loadCaseLabels(
  { path, scope }: SeenWorkspace,
  caseId: string,
  reader: LabelReader,
): Promise<CaseLabels | null> {
  const db = workspaceReader(path);
  const revision = db === null ? null : await readCaseRevision(db, caseId);
  const stored = db === null ? null : await readRememberedCase(db, caseId);
  if (db === null || revision === null || stored === null) return null;
  const labels = await readCaseLabels(db, scope, caseId);
  if (labels.length === 0) return { mark: revision, attached: [], detached: [] };
  const judged = judgedCase(stored);
  return { mark: revision, ...prepareLabels(labelledCase(judged, labels, hashWords), reader) };
}
