import { evaluatorEntry, readScore } from "@/lib/domain/quality/evaluator-catalogue";

/** How many of a case's scored handoffs kept the context. */
export type ContextKept = {
  readonly kept: number;
  readonly partlyKept: number;
  readonly askedAgainOrLost: number;
};

/** Counts them. @param contexts one entry per handoff, 0 to 1; null without a score */
export function contextKept(contexts: readonly (number | null)[]): ContextKept {
  const entry = evaluatorEntry("context_retention");
  const bands = contexts.map((value) =>
    entry === null || value === null ? null : readScore(entry, value).band,
  );
  const countOf = (band: (typeof bands)[number]) => bands.filter((each) => each === band).length;
  return {
    kept: countOf("good"),
    partlyKept: countOf("middling"),
    askedAgainOrLost: countOf("bad"),
  };
}

/** The share of scored handoffs that kept all; NaN without any. @param contexts as above */
export function keptShare(contexts: readonly (number | null)[]): number {
  const { kept, partlyKept, askedAgainOrLost } = contextKept(contexts);
  return kept / (kept + partlyKept + askedAgainOrLost);
}
