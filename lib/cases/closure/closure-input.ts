import type { AssembledCase, CaseInput, CaseSpan, Score } from "@/lib/domain/case/case";

/** Inputs of closure; `spans` are sorted. */
export type ClosureInput = {
  readonly assembled: AssembledCase;
  readonly scores: readonly Score[];
  readonly input: CaseInput;
  readonly spans: readonly CaseSpan[];
};
