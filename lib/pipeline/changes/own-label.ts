import { anchorPlace } from "@/lib/cases/labels/anchor-place";
import { evaluatorOf } from "@/lib/cases/labels/find-evaluator-answer";
import type { Label, LabelChange } from "@/lib/domain/quality/label";
import type { Database } from "@/lib/store/port";
import { hashWords, readCaseLabels, readLabel } from "@/lib/store/decisions/labels";
import { readCase } from "@/lib/store/cases/read-case";

/**
 * A user's previous label on the same target, for the audit log; without typed text.
 * @returns null if there was none
 */
export async function readOwnLabel(
  db: Database,
  change: LabelChange,
): Promise<Pick<Label, "evaluator" | "version" | "said" | "answer"> | null> {
  if (change.kind === "label-withdrawn") {
    const label = await readLabel(db, change.id);
    return label?.actor === change.actor ? summaryOf(label) : null;
  }
  const { caseId, place, actor } = change;
  const stored = await readCase(db, caseId);
  const anchor = stored === null ? null : anchorPlace(stored.derived, place, hashWords);
  if (anchor === null) return null;
  const key = JSON.stringify(anchor);
  const evaluator = evaluatorOf(place, change.evaluator);
  const labels = await readCaseLabels(db, null, caseId);
  const own = labels.find(
    (each) =>
      each.actor === actor && each.evaluator === evaluator && JSON.stringify(each.anchor) === key,
  );
  return own === undefined ? null : summaryOf(own);
}

function summaryOf({ evaluator, version, said, answer }: Label) {
  return { evaluator, version, said, answer };
}
