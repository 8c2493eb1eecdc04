import "server-only";
import type { Score } from "@/lib/domain/case/case";
import { canBeLabelled } from "@/lib/evaluators/contract";
import { evaluators } from "@/lib/evaluators/registry";
import type { Dispute, ScorePlace } from "@/lib/domain/quality/comparison";
import { readLabelCandidates } from "@/lib/store/decisions/label-candidates";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";
import type { LabelQueueItem, LabelQueueModel } from "./label-queue-model";
import { prepareLabelItem } from "./prepare-label-item";
import type { LabelReader } from "@/lib/format/scores/prepare-labels";
import { labelQueueHref, type LabelQueueQuery } from "./url";
import { loadCaseLabels } from "@/lib/pages/case/load-labels";
import { loadDisputes } from "./load-disputes";
import { accuracyOf } from "./load-accuracy";
import { readRememberedCase } from "@/lib/analytics/load/read-remembered-case";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/**
 * Reads the labelling queue of an evaluator's scores, and the one at its position.
 * @param reader whoever looks
 * @returns null for an unknown evaluator, or one without a queue
 */
export async function loadLabelQueue(
  workspace: SeenWorkspace,
  evaluator: string,
  query: LabelQueueQuery,
  reader: LabelReader,
): Promise<LabelQueueModel | null> {
  const known = evaluators.find(({ name }) => name === evaluator);
  if (known === undefined || !canBeLabelled(known)) return null;
  const candidates = await loadCandidates(workspace, evaluator, query);
  const { at } = query;
  const chosen = candidates[at];
  const hrefAt = (place: number) =>
    place >= 0 && place < candidates.length
      ? labelQueueHref(evaluator, { ...query, at: place })
      : null;
  return {
    evaluator,
    name: evaluatorName(evaluator),
    question: known.question,
    query,
    total: candidates.length,
    item: chosen === undefined ? null : await loadItem(workspace, evaluator, chosen, reader),
    previousHref: hrefAt(at - 1),
    nextHref: hrefAt(at + 1),
  };
}

async function loadCandidates(
  workspace: SeenWorkspace,
  evaluator: string,
  { pick }: LabelQueueQuery,
): Promise<readonly (ScorePlace | Dispute)[]> {
  const db = workspaceReader(workspace.path);
  if (db === null) return [];
  return pick === "disagreement"
    ? loadDisputes(workspace, evaluator)
    : readLabelCandidates(db, workspace.scope, evaluator, pick);
}

async function loadItem(
  workspace: SeenWorkspace,
  evaluator: string,
  candidate: ScorePlace | Dispute,
  reader: LabelReader,
): Promise<LabelQueueItem | null> {
  const { caseId, kind, ordinal } = candidate;
  const db = workspaceReader(workspace.path);
  const labels = await loadCaseLabels(workspace, caseId, reader);
  const stored = db === null ? null : await readRememberedCase(db, caseId);
  if (labels === null || stored === null) return null;
  const isIt = ({ version, target, ...score }: Score) =>
    score.evaluator === evaluator &&
    version !== "imported" &&
    target.kind === kind &&
    ("ordinal" in target ? target.ordinal : null) === ordinal;
  const index = stored.derived.scores.findIndex(isIt);
  const dispute = "by" in candidate ? candidate : null;
  return prepareLabelItem(stored.derived, { index, dispute }, labels, accuracyOf);
}
