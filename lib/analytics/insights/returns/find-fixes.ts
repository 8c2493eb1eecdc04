import { groupBy } from "@/lib/format/group-by";
import type { CaseEnding, ContactPlace, EndedContact } from "./case-ending";

/** A contact after which a matter was called resolved, and whether it came back. */
export type Fix = ContactPlace & {
  readonly caseId: string;
  /** Its customer's id; the case's where that is unknown. */
  readonly customer: string;
  /** What it is about: of the case with which it began. */
  readonly matter: number;
  /** The customer's how manieth fix of the matter, from 1. */
  readonly attempt: number;
  readonly atUs: number;
  /** Null: it did not come back. */
  readonly back: {
    /** From the end of the contact, microseconds. */
    readonly afterUs: number;
    /** The customer's contact about it; null: none is recorded. */
    readonly contact: ContactPlace | null;
  } | null;
};

/**
 * Finds the contacts after which a matter was called resolved: its case was closed, or the contact ended as likely
 * resolved or with the words that it is done. It came back where the customer was in touch again in the case, the case
 * was reopened, or the same matter was linked in another case, on any channel. Those of which that can't be told yet are
 * left out.
 * @param matterOf the matter of a case by itself; undefined: unknown
 * @param asOfUs microseconds since 1970
 * @returns in order of time
 */
export function findFixes(
  endings: readonly CaseEnding[],
  matterOf: (key: number) => number | undefined,
  asOfUs: number,
): readonly Fix[] {
  const ordered = endings.toSorted((a, b) => a.openedUs - b.openedUs || a.key - b.key);
  const byId = new Map(ordered.map((ending) => [ending.caseId, ending]));
  const matters = mattersOf(ordered, matterOf);
  const fixes = ordered
    .flatMap((ending) => {
      const matter = matters.get(ending.caseId);
      return matter === undefined ? [] : fixesOf(ending, matter, byId, asOfUs);
    })
    .sort((a, b) => a.atUs - b.atUs || a.key - b.key || a.ordinal - b.ordinal);
  const attempts = groupBy(fixes, ({ customer, matter }) => `${customer}\n${String(matter)}`);
  const attemptOf = new Map<Unnumbered, number>();
  for (const own of attempts.values()) own.forEach((fix, at) => attemptOf.set(fix, at + 1));
  return fixes.map((fix) => ({ ...fix, attempt: attemptOf.get(fix) ?? 1 }));
}

type Unnumbered = Omit<Fix, "attempt">;

/** By case id; a case that is the return of another has that one's matter. */
function mattersOf(
  ordered: readonly CaseEnding[],
  matterOf: (key: number) => number | undefined,
): ReadonlyMap<string, number> {
  const matters = new Map<string, number>();
  const inherited = new Map<string, number>();
  for (const { key, caseId, repeatCaseId } of ordered) {
    const matter = inherited.get(caseId) ?? matterOf(key);
    if (matter === undefined) continue;
    matters.set(caseId, matter);
    if (repeatCaseId !== null && !inherited.has(repeatCaseId)) inherited.set(repeatCaseId, matter);
  }
  return matters;
}

function fixesOf(
  ending: CaseEnding,
  matter: number,
  byId: ReadonlyMap<string, CaseEnding>,
  asOfUs: number,
): readonly Unnumbered[] {
  const { key, caseId, customerId, contacts } = ending;
  const own = { key, caseId, matter, customer: customerId ?? `case ${caseId}` };
  return contacts.flatMap((contact, at): readonly Unnumbered[] => {
    const { ordinal, endUs } = contact;
    const next = contacts.slice(at + 1).find(({ account }) => account === contact.account);
    if (!isCalledResolved(ending, contact, next)) return [];
    const back = next === undefined ? backAfterLast(ending, byId) : backInCase(key, next);
    if (back === null && (next !== undefined || !isOver(ending, asOfUs))) return [];
    const found = back === null ? null : { afterUs: back.atUs - endUs, contact: back.contact };
    return [{ ...own, ordinal, atUs: endUs, back: found }];
  });
}

function isCalledResolved(
  { closedUs }: CaseEnding,
  { startUs, isSaidDone }: EndedContact,
  next: EndedContact | undefined,
): boolean {
  const isClosed =
    closedUs !== null && closedUs >= startUs && closedUs < (next?.startUs ?? Infinity);
  return isClosed || isSaidDone;
}

type Back = { readonly atUs: number; readonly contact: ContactPlace | null };

/** Null where an agent was in touch: that is no return. */
function backInCase(key: number, { ordinal, startUs, isByAgent }: EndedContact): Back | null {
  return isByAgent ? null : { atUs: startUs, contact: { key, ordinal } };
}

function backAfterLast(
  { reopenedUs, repeatUs, repeatCaseId, contacts }: CaseEnding,
  byId: ReadonlyMap<string, CaseEnding>,
): Back | null {
  if (repeatUs !== null) {
    const other = byId.get(repeatCaseId ?? "");
    const contact = other?.contacts.find(({ startUs }) => startUs === repeatUs);
    const isKnown = other !== undefined && contact !== undefined;
    return {
      atUs: repeatUs,
      contact: isKnown ? { key: other.key, ordinal: contact.ordinal } : null,
    };
  }
  const lastUs = contacts.at(-1)?.endUs ?? Infinity;
  return reopenedUs !== null && reopenedUs > lastUs ? { atUs: reopenedUs, contact: null } : null;
}

function isOver({ matureUs }: CaseEnding, asOfUs: number): boolean {
  return matureUs !== null && matureUs <= asOfUs;
}
