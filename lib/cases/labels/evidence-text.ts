import type { DerivedCase } from "@/lib/domain/case/case";
import type { EvaluatorAnswer } from "@/lib/domain/quality/label";

/** The quoted text and span ids of some evidence, as one string to hash. */
export function evidenceText(
  { messages }: Pick<DerivedCase, "messages">,
  { evidence }: Pick<EvaluatorAnswer, "evidence">,
): string {
  const parts = evidence.map((each) =>
    "span" in each ? each.span : (messages[each.message]?.text.slice(each.start, each.end) ?? ""),
  );
  return JSON.stringify(parts);
}
