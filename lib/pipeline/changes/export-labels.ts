import { labelledCase } from "@/lib/cases/labels/labelled-case";
import type { PlacedLabel } from "@/lib/domain/quality/agreement";
import type { CaseToJudge } from "@/lib/domain/case/case";
import { judgedCase } from "@/lib/evaluators/judged-case";
import { readCaseInput } from "@/lib/store/cases/case-input";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import {
  hashWords,
  readEvaluatorLabels,
  readLabelledEvaluators,
} from "@/lib/store/decisions/labels";
import { readCase } from "@/lib/store/cases/read-case";
import { caseRetrievals } from "../derive/case-retrievals";

/**
 * Yields every label whose target still exists, with its case and that case's retrievals, ordered
 * by evaluator and case.
 * @param evaluator null: all evaluators
 */
export async function* exportLabels(
  db: Database,
  evaluator: string | null,
): AsyncGenerator<{ readonly assembled: CaseToJudge; readonly placed: PlacedLabel }> {
  const settings = await readSettings(db);
  const evaluators = evaluator === null ? await readLabelledEvaluators(db) : [evaluator];
  for (const name of evaluators) {
    const labels = await readEvaluatorLabels(db, null, name);
    for (const caseId of new Set(labels.map(({ currentCaseId }) => currentCaseId))) {
      const stored = await readCase(db, caseId);
      if (stored === null) continue;
      const own = labels.filter(({ currentCaseId }) => currentCaseId === caseId);
      const judged = judgedCase(stored);
      const { spans } = await readCaseInput(db, caseId);
      const retrievals = caseRetrievals(spans, settings);
      const assembled = { ...stored.derived, retrievals, spanValues: [] };
      for (const placed of labelledCase(judged, own, hashWords)) {
        yield { assembled, placed };
      }
    }
  }
}
