import type { DerivedCase } from "@/lib/domain/case";
import { intentSpelling } from "@/lib/domain/intent-spelling";
import type { DerivationSettings } from "@/lib/domain/settings";

/** What of a case its neighbours must know. */
export type LinkInput = Pick<
  DerivedCase,
  "caseId" | "intent" | "caseType" | "openedUs" | "lastContactUs" | "closing" | "mergedInto"
> & {
  /** What the customer said first; empty where nobody needs it or nothing is known. */
  readonly opening: readonly string[];
};

/** How likely two openings are about one issue, whichever stands first; null where that cannot be told. */
export type IssueLikeness = (one: readonly string[], other: readonly string[]) => number | null;

/** The customer's next case about the same issue, where it came within the repeat window. */
export type CaseLinks = {
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
};

const dayUs = 86_400_000_000;

/** Of a customer who writes all the time, so many next cases are looked at for what their words say. */
const lookedAhead = 20;
const alike = 0.5;

/**
 * Links one customer's cases: which one came back as which. Cases that were merged into others
 * are duplicates and take no part. The order of `cases` says nothing.
 * @param likeness compares openings where an intent is missing
 * @returns links for every case given, by case id
 */
export function linkCases(
  cases: readonly LinkInput[],
  settings: DerivationSettings,
  likeness: IssueLikeness,
): ReadonlyMap<string, CaseLinks> {
  const ordered = cases.filter(isLinkable).toSorted(compareOpening);
  return new Map(
    cases.map((each) => {
      const next =
        each.mergedInto === null ? findRepeat(each, ordered, settings, likeness) : undefined;
      return [
        each.caseId,
        { repeatUs: next?.openedUs ?? null, repeatCaseId: next?.caseId ?? null },
      ];
    }),
  );
}

function findRepeat(
  earlier: LinkInput,
  ordered: readonly LinkInput[],
  settings: DerivationSettings,
  likeness: IssueLikeness,
): LinkInput | undefined {
  const endUs = endOf(earlier);
  if (endUs === null) return undefined;
  const next = ordered.filter(
    (later) =>
      later.caseId !== earlier.caseId &&
      later.openedUs !== null &&
      later.openedUs > endUs &&
      later.openedUs - endUs <= settings.repeatWindowDays * dayUs,
  );
  return next.find((later, index) =>
    isSameIssue(earlier, later, index < lookedAhead ? likeness : cannotTell),
  );
}

/** A case that nobody closed ended when the customer was last in touch, not when we gave it up. */
function endOf(each: LinkInput): number | null {
  if (each.closing === null || each.closing.from === "inferred") return each.lastContactUs;
  return each.closing.atUs;
}

const cannotTell: IssueLikeness = () => null;

/**
 * The intent decides where both cases have one, however it is spelled; else what the customer said, in
 * cases that are not known to be of two types; else the type. What is unknown matches nothing.
 */
function isSameIssue(a: LinkInput, b: LinkInput, likeness: IssueLikeness): boolean {
  if (a.intent !== null && b.intent !== null) {
    return intentSpelling(a.intent) === intentSpelling(b.intent);
  }
  const areTyped = a.caseType !== null && b.caseType !== null;
  if (areTyped && a.caseType !== b.caseType) return false;
  const told = likeness(a.opening, b.opening);
  return told === null ? areTyped : told >= alike;
}

function isLinkable(each: LinkInput): boolean {
  return each.mergedInto === null && each.openedUs !== null;
}

function compareOpening(a: LinkInput, b: LinkInput): number {
  return (a.openedUs ?? 0) - (b.openedUs ?? 0) || (a.caseId < b.caseId ? -1 : 1);
}
