import { accuracySchema } from "@/lib/domain/accuracy";
import measured from "@/lib/evaluators/accuracy.gen.json";
import { accuracyWords } from "@/lib/view/accuracy-words";

/** What was measured of each evaluator; one that is not in it was not measured. */
export const accuracy = accuracySchema.parse(measured);

/** How right an evaluator was, in the few words that stand beside its scores. */
export function accuracyOf(evaluator: string): string {
  return accuracyWords(accuracy[evaluator]);
}
