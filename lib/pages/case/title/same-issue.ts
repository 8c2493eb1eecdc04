import type { DerivedCase, Interaction } from "@/lib/domain/case/case";
import type { Outcome } from "@/lib/domain/case/outcome";
import type { CaseRow } from "@/lib/analytics/rows/case-row";

/** A case of the same customer, from its row. */
export type SiblingCase = Pick<
  CaseRow,
  "caseId" | "intent" | "openedUs" | "closedUs" | "closedFrom" | "evidence" | "mergedInto"
> & {
  readonly outcome: Outcome;
  readonly repeatCaseId: string | null;
  readonly contacts: readonly Pick<Interaction, "channel" | "startUs" | "isTouchpoint">[];
};

const dayUs = 86_400_000_000;
/** Longest gap between cases about one issue: bills are monthly. */
const apartMaxUs = 45 * dayUs;
/** Of cases closer than this a shared intent says nothing: they were compared by what was said. */
const comparedUs = 7 * dayUs;

/**
 * Finds the customer's earlier cases about the same issue: those that are linked to it or to one found, and by their
 * intent those too far apart to have been compared.
 * @param siblings the customer's cases in any order; this one may be among them
 * @returns the first first; none where the case is a duplicate. `isCounted` says whether these are all there are: none
 * that may be about it was left out
 */
export function earlierAboutIt(
  derived: Pick<DerivedCase, "caseId" | "intent" | "openedUs" | "mergedInto">,
  siblings: readonly SiblingCase[],
): { readonly cases: readonly SiblingCase[]; readonly isCounted: boolean } {
  const { caseId, intent, openedUs, mergedInto } = derived;
  if (openedUs === null || mergedInto !== null) return { cases: [], isCounted: true };
  const before = siblings
    .filter((each) => each.caseId !== caseId && each.mergedInto === null)
    .filter((each) => (each.openedUs ?? openedUs) < openedUs)
    .toSorted((a, b) => (b.openedUs ?? 0) - (a.openedUs ?? 0));
  const found: SiblingCase[] = [];
  const ids = new Set([caseId]);
  let nextUs = openedUs;
  let isCounted = true;
  for (const each of before) {
    const atUs = each.openedUs ?? 0;
    const isLinked = each.repeatCaseId !== null && ids.has(each.repeatCaseId);
    const gapUs = nextUs - atUs;
    const isNamedSo = intent !== null && each.intent === intent;
    const isApart = gapUs > comparedUs && gapUs <= apartMaxUs;
    const mayBeAboutIt = intent === null || each.intent === null || isNamedSo;
    if (isLinked || (isNamedSo && isApart)) {
      found.unshift(each);
      ids.add(each.caseId);
      nextUs = atUs;
    } else if (mayBeAboutIt && gapUs <= apartMaxUs) isCounted = false;
  }
  return { cases: found, isCounted };
}

/** True where a case had been closed with evidence that it was solved before an instant. */
export function wasResolvedBefore(
  { closedUs, closedFrom, evidence }: SiblingCase,
  atUs: number,
): boolean {
  const isStated = closedFrom === "event" || closedFrom === "record";
  const isProven = evidence === "verified" || evidence === "confirmed";
  return isStated && isProven && closedUs !== null && closedUs <= atUs;
}
