import { wordsOf } from "./wording";

/** An evaluator with its version in words: "context retention v3"; null is an imported verdict. */
export function evaluatorWords(of: {
  readonly evaluator: string;
  readonly version: number | null;
}): string {
  const version = of.version === null ? "imported" : `v${String(of.version)}`;
  return `${wordsOf(of.evaluator)} ${version}`;
}
