import type { AssembledCase, Score } from "@/lib/domain/case/case";
import type { CaseRecord } from "@/lib/domain/case/case-record";
import type { CaseEvent } from "@/lib/domain/trace/reading";

/** Inputs of closure. */
export type ClosureInput = {
  readonly assembled: AssembledCase;
  readonly scores: readonly Score[];
  readonly records: readonly CaseRecord[];
  /** Of the sorted spans. */
  readonly caseEvents: readonly CaseEvent[];
};
