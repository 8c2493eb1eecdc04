import type { DerivedCase } from "@/lib/domain/case";
import type { DerivationSettings } from "@/lib/domain/settings";

/** What of a case its neighbours must know. */
export type LinkInput = Pick<
  DerivedCase,
  "caseId" | "intent" | "caseType" | "openedUs" | "lastContactUs" | "closing" | "mergedInto"
>;

/** The customer's next case about the same issue, where it came within the repeat window. */
export type CaseLinks = {
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
};

const dayUs = 86_400_000_000;

/**
 * Links one customer's cases: which one came back as which. Cases that were merged into others
 * are duplicates and take no part. The order of `cases` says nothing.
 * @returns links for every case given, by case id
 */
export function linkCases(
  cases: readonly LinkInput[],
  settings: DerivationSettings,
): ReadonlyMap<string, CaseLinks> {
  const ordered = cases.filter(isLinkable).toSorted(compareOpening);
  return new Map(
    cases.map((each) => {
      const next = each.mergedInto === null ? findRepeat(each, ordered, settings) : undefined;
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
): LinkInput | undefined {
  const endUs = endOf(earlier);
  if (endUs === null) return undefined;
  return ordered.find(
    (later) =>
      later.caseId !== earlier.caseId &&
      later.openedUs !== null &&
      later.openedUs > endUs &&
      later.openedUs - endUs <= settings.repeatWindowDays * dayUs &&
      isSameIssue(earlier, later),
  );
}

/** A case that nobody closed ended when the customer was last in touch, not when we gave it up. */
function endOf(each: LinkInput): number | null {
  if (each.closing === null || each.closing.from === "inferred") return each.lastContactUs;
  return each.closing.atUs;
}

/** The intent decides where both cases have one, else the type; what is unknown matches nothing. */
function isSameIssue(a: LinkInput, b: LinkInput): boolean {
  if (a.intent !== null && b.intent !== null) return a.intent === b.intent;
  return a.caseType !== null && a.caseType === b.caseType;
}

function isLinkable(each: LinkInput): boolean {
  return each.mergedInto === null && each.openedUs !== null;
}

function compareOpening(a: LinkInput, b: LinkInput): number {
  return (a.openedUs ?? 0) - (b.openedUs ?? 0) || (a.caseId < b.caseId ? -1 : 1);
}
