import type { AssembledCase, CaseInput, CaseSpan, Score } from "@/lib/domain/case/case";

/** What a closure is read from; `spans` are sorted. */
export type ClosureInput = {
  readonly assembled: AssembledCase;
  readonly scores: readonly Score[];
  readonly input: CaseInput;
  readonly spans: readonly CaseSpan[];
};
