import type { DerivedCase, Interaction } from "@/lib/domain/case/case";
import type { Outcome } from "@/lib/domain/case/outcome";
import type { CaseRow } from "@/lib/analytics/rows/case-row";

/** A case of the same customer, from its row. */
export type SiblingCase = Pick<
  CaseRow,
  "caseId" | "intent" | "openedUs" | "closedUs" | "closedFrom" | "evidence" | "mergedInto"
> & {
  readonly outcome: Outcome;
  /** When the contact that returned began, and in which case. */
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
  readonly contacts: readonly Pick<Interaction, "channel" | "startUs" | "isTouchpoint">[];
};

const dayUs = 86_400_000_000;
/** Longest gap to a case that may be about the same issue although nothing links it: bills are monthly. */
const apartMaxUs = 45 * dayUs;

type RaisedCase = Pick<DerivedCase, "caseId" | "intent" | "openedUs" | "mergedInto">;

/** The earlier cases about an issue that came back in a contact of a case. */
export type EarlierCases = {
  /** The first first. */
  readonly cases: readonly SiblingCase[];
  /** When the contact began that is about it; null where no case came back in this one. */
  readonly contactUs: number | null;
  /** Whether these are all there are: none that may be about it was left out. */
  readonly isCounted: boolean;
};

/**
 * Finds the customer's earlier cases that came back in a case, and those that came back in them, whatever the issue.
 * @param siblings the customer's cases in any order; this one may be among them
 * @returns the first first; none where the case is a duplicate
 */
export function casesBefore(
  derived: RaisedCase,
  siblings: readonly SiblingCase[],
): readonly SiblingCase[] {
  const ids = new Set([derived.caseId]);
  const found: SiblingCase[] = [];
  for (const each of openedBefore(derived, siblings)) {
    if (each.repeatCaseId === null || !ids.has(each.repeatCaseId)) continue;
    ids.add(each.caseId);
    found.unshift(each);
  }
  return found;
}

/**
 * Finds the customer's earlier cases about one issue of a case: the latest that came back in it. Which of the issues
 * of a case with several contacts came back is not known, so what came back in such a case is not counted.
 * @param siblings the customer's cases in any order; this one may be among them
 */
export function earlierAboutIt(
  derived: RaisedCase,
  siblings: readonly SiblingCase[],
): EarlierCases {
  const { caseId, intent, openedUs } = derived;
  const before = openedBefore(derived, siblings);
  const contactUs = before.find(({ repeatCaseId }) => repeatCaseId === caseId)?.repeatUs ?? null;
  const found: SiblingCase[] = [];
  const ids = new Set<string>();
  let nextUs = openedUs ?? 0;
  let isCounted = true;
  for (const each of before) {
    const atUs = each.openedUs ?? 0;
    const next = each.repeatCaseId;
    if (next === caseId ? each.repeatUs === contactUs : next !== null && ids.has(next)) {
      found.unshift(each);
      if (each.contacts.filter(({ isTouchpoint }) => isTouchpoint).length <= 1)
        ids.add(each.caseId);
      nextUs = atUs;
      continue;
    }
    const mayBeAboutIt = intent === null || each.intent === null || each.intent === intent;
    if (next !== caseId && mayBeAboutIt && nextUs - atUs <= apartMaxUs) isCounted = false;
  }
  return { cases: found, contactUs, isCounted };
}

/** Duplicates aside, the latest first. */
function openedBefore(
  { caseId, openedUs, mergedInto }: RaisedCase,
  siblings: readonly SiblingCase[],
): readonly SiblingCase[] {
  if (openedUs === null || mergedInto !== null) return [];
  return siblings
    .filter((each) => each.caseId !== caseId && each.mergedInto === null)
    .filter((each) => (each.openedUs ?? openedUs) < openedUs)
    .toSorted((a, b) => (b.openedUs ?? 0) - (a.openedUs ?? 0));
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
