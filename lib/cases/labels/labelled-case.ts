import type { PlacedLabel } from "@/lib/domain/quality/agreement";
import type { Label } from "@/lib/domain/quality/label";
import type { HashWords } from "./anchor-place";
import { evidenceText } from "./evidence-text";
import { findAnchor } from "./find-anchor";
import { findEvaluatorAnswer, type JudgedCase } from "./find-evaluator-answer";

/** Attaches labels to the currently derived case. */
export function labelledCase(
  judged: JudgedCase,
  labels: readonly Label[],
  hash: HashWords,
): PlacedLabel[] {
  return labels.map((label) => {
    const found = findAnchor(judged.derived, label.anchor, hash);
    const now = found === null ? null : findEvaluatorAnswer(judged, found, label.evaluator);
    // A span is a target only if it has a score.
    const place = found?.kind === "span" && now === null ? null : found;
    const isEvidenceSame =
      now !== null && hash(evidenceText(judged.derived, now)) === label.evidenceHash;
    return { label, place, now, isEvidenceSame };
  });
}
