import { accuracySchema } from "@/lib/domain/quality/accuracy";
import { evaluators } from "@/lib/evaluators/registry";
import measured from "@/lib/evaluators/accuracy.gen.json";
import { accuracyWords } from "./accuracy-words";

/** What was measured of each evaluator; one that is not in it was not measured. */
export const accuracy = accuracySchema.parse(measured);

/** How right an evaluator was, or what it rests on, in the few words that stand beside its scores. */
export function accuracyOf(evaluator: string): string {
  const basis = evaluators.find(({ name }) => name === evaluator)?.accuracyBoundedBy;
  return basis === undefined
    ? accuracyWords(accuracy[evaluator])
    : `its detector: ${accuracyWords(accuracy[basis])}`;
}
