import type { InferredIntent } from "@/lib/domain/case/case";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import type { InferredIntentView } from "../case-page-model";
import { inferredWords, slugWords } from "@/lib/format/wording";

/** The case's topic as text, most specific first; null: neither declared nor inferred. */
export function aboutWords({
  intent,
  caseType,
  inferredIntent,
}: Pick<CaseRow, "intent" | "caseType" | "inferredIntent">): string | null {
  const topic = intent ?? caseType;
  if (topic !== null) return slugWords(topic);
  return inferredIntent === null ? null : inferredWords(inferredIntent);
}

/** An inferred intent with its certainty. */
export function inferredIntentView(inferred: InferredIntent | null): InferredIntentView | null {
  if (inferred === null) return null;
  const right = Math.round(inferred.confidence * 100);
  const sure = `Nobody declared the intent; about ${String(right)} of 100 inferred like this are right.`;
  return { words: inferredWords(inferred.intent), because: `${sure} ${inferred.because}` };
}
