import { evaluatorEntry, readScore } from "@/lib/domain/quality/evaluator-catalogue";

/** How many of a case's handoffs kept what was known before them, of those of which one knows. */
export type ContextKept = {
  readonly kept: number;
  readonly partlyKept: number;
  readonly mostlyLost: number;
};

/** Counts them. @param contexts one entry a handoff, 0 to 1; null where nothing tells */
export function contextKept(contexts: readonly (number | null)[]): ContextKept {
  const entry = evaluatorEntry("context_retention");
  const bands = contexts.map((value) =>
    entry === null || value === null ? null : readScore(entry, value).band,
  );
  const countOf = (band: (typeof bands)[number]) => bands.filter((each) => each === band).length;
  return { kept: countOf("good"), partlyKept: countOf("middling"), mostlyLost: countOf("bad") };
}

/** Of the handoffs of which one knows, the share that kept all; NaN where one knows of none. @param contexts as above */
export function keptShare(contexts: readonly (number | null)[]): number {
  const { kept, partlyKept, mostlyLost } = contextKept(contexts);
  return kept / (kept + partlyKept + mostlyLost);
}
