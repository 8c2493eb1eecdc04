import { evaluatorTitle } from "@/lib/domain/quality/evaluator-catalogue";
import { slugWords } from "../wording";

/** An evaluator's display name: "Context kept"; an imported one's own name. */
export function evaluatorName(evaluator: string): string {
  return evaluatorTitle(evaluator) ?? slugWords(evaluator);
}

/** An evaluator with its version: "Context kept v3"; null: an imported verdict. */
export function evaluatorWords(of: {
  readonly evaluator: string;
  readonly version: number | null;
}): string {
  const version = of.version === null ? "imported" : `v${String(of.version)}`;
  return `${evaluatorName(of.evaluator)} ${version}`;
}
