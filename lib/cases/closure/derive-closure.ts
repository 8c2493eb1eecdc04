import type { AssembledCase, CaseInput, CaseSpan, Closure, Score } from "@/lib/domain/case";

export type ClosureInput = {
  readonly assembled: AssembledCase;
  readonly scores: readonly Score[];
  readonly input: CaseInput;
  readonly spans: readonly CaseSpan[];
};

export function deriveClosure(given: ClosureInput): Closure {
  void given;
  return { method: "unknown", evidence: "none", because: "", quotes: [] };
}
