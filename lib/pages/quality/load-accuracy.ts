import { ownEntry } from "@/lib/domain/own-entry";
import { accuracySchema } from "@/lib/domain/quality/accuracy";
import { evaluators } from "@/lib/evaluators/registry";
import measured from "@/lib/evaluators/accuracy.gen.json";
import { accuracyWords } from "./accuracy-words";
import { rightWords } from "./right-words";

/** The evaluators' measured accuracies; others were not measured. */
export const accuracy = accuracySchema.parse(measured);

/** How often "likely resolved" is right, by what was measured. */
export const likelyRight = rightWords(accuracy["conversation_resolution"], "likely resolved");

/** An evaluator's accuracy, or its basis, in the few words beside its scores. */
export function accuracyOf(evaluator: string): string {
  const basis = evaluators.find(({ name }) => name === evaluator)?.accuracyBoundedBy;
  return basis === undefined
    ? accuracyWords(ownEntry(accuracy, evaluator))
    : `its detector: ${accuracyWords(accuracy[basis])}`;
}
