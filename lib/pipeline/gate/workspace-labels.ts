import { labelledCase } from "@/lib/cases/labels/labelled-case";
import type { GateInput } from "@/lib/domain/gate/gate-input";
import { judgedCase } from "@/lib/evaluators/judged-case";
import { evaluators } from "@/lib/evaluators/registry";
import { labelsOfCases, type LabelledCase } from "@/lib/gate/labels-of-cases";
import { readCase } from "@/lib/store/cases/read-case";
import type { Database } from "@/lib/store/port";
import { hashWords, readEvaluatorLabels } from "@/lib/store/decisions/labels";

/** The labels that people gave on a workspace's pages to an evaluator's scores, as the gate reads labels. */
export async function readWorkspaceLabels(
  db: Database,
  evaluator: string,
): Promise<Pick<GateInput, "labels" | "labelSource">> {
  const labels = await readEvaluatorLabels(db, null, evaluator);
  const cases: LabelledCase[] = [];
  for (const caseId of new Set(labels.map(({ currentCaseId }) => currentCaseId))) {
    const stored = await readCase(db, caseId);
    const own = labels.filter(({ currentCaseId }) => currentCaseId === caseId);
    const derived = stored?.derived ?? { openedUs: null, scores: [] };
    const placed =
      stored === null
        ? own.map((label) => ({ label, place: null, now: null, isEvidenceSame: false }))
        : labelledCase(judgedCase(stored), own, hashWords);
    cases.push({ derived, placed });
  }
  const known = evaluators.find(({ name }) => name === evaluator);
  return labelsOfCases(cases, { name: evaluator, ...(known && { direction: known.direction }) });
}
