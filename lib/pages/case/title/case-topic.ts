import type { InferredIntent } from "@/lib/domain/case/case";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import type { InferredIntentView } from "../case-page-model";
import { inferredWords, slugWords } from "@/lib/format/wording";
import { topic } from "../words/outcome";

/** The case's topic as text, most specific first; null: neither declared nor inferred. */
export function caseTopic({
  intent,
  caseType,
  inferredIntent,
}: Pick<CaseRow, "intent" | "caseType" | "inferredIntent">): string | null {
  const declared = intent ?? caseType;
  if (declared !== null) return slugWords(declared);
  return inferredIntent === null ? null : inferredWords(inferredIntent);
}

/** The case's topic, or that it is unknown. */
export function caseTopicOrUnknown(
  row: Pick<CaseRow, "intent" | "caseType" | "inferredIntent">,
): string {
  return caseTopic(row) ?? topic.unknown;
}

/** An inferred intent with its certainty. */
export function inferredIntentView(inferred: InferredIntent | null): InferredIntentView | null {
  if (inferred === null) return null;
  const right = Math.round(inferred.confidence * 100);
  const because = `${topic.inferred(right)} ${inferred.because}`;
  return { words: inferredWords(inferred.intent), because };
}
