import type { HandoffVerdict } from "./case-facets";

/** How many of a case's handoffs between contacts went which way; the others are not known. */
export type ContextKept = { readonly kept: number; readonly askedAgain: number };

/** Counts the handoffs of which one knows how they went. */
export function contextKept(verdicts: readonly HandoffVerdict[]): ContextKept {
  const countOf = (wanted: HandoffVerdict) => verdicts.filter((each) => each === wanted).length;
  return { kept: countOf("kept"), askedAgain: countOf("asked-again") };
}
