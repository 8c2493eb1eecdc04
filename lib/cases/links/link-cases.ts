import type { DerivedCase } from "@/lib/domain/case/case";
import type { DerivationSettings } from "@/lib/domain/settings/settings";
import { countUpTo } from "../count-up-to";
import { flatMapInOrder, mapInOrder } from "@/lib/domain/in-order";

/** A contact of a case in which the customer took part. */
export type LinkContact = {
  /** Position of the interaction in its case, from 0. */
  readonly ordinal: number;
  readonly startUs: number;
  readonly endUs: number;
  /** Contacts about one account of the customer have the same number. */
  readonly account: number;
};

/** Members of a case that linking depends on. */
export type LinkInput = Pick<DerivedCase, "caseId" | "lastContactUs" | "closing" | "mergedInto"> & {
  readonly contacts: readonly LinkContact[];
};

/** Whether a contact of another case is about the issue of one of some contacts of a case. */
export type IsReturn<Case> = (
  earlier: Case,
  contacts: readonly LinkContact[],
  later: Case,
  contact: LinkContact,
) => Promise<boolean>;

/** The customer's first contact about the same issue in another case within the repeat window, if any. */
export type CaseLinks = {
  /** When that contact began, which may be long after its case opened. */
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
};

/** A contact of a case that was added, changed or removed, before or after: one entry each; 0 where it has none. */
export type LinkChange = { readonly caseId: string; readonly contactUs: number };

const dayUs = 86_400_000_000;

/** Maximum number of next contacts that are compared; bounds the cost for a customer with very many. */
const comparedMax = 20;
/** The contacts of a case that they are compared with: its latest, so that a case of very many costs no more. */
const ownMax = 10;

/**
 * Links one customer's cases to the contacts with which their issues came back. Cases merged into others are duplicates
 * and are left out. The order of `cases` does not matter.
 * @returns links by case id
 */
export async function linkCases<Case extends LinkInput>(
  cases: readonly Case[],
  settings: DerivationSettings,
  isReturn: IsReturn<Case>,
): Promise<ReadonlyMap<string, CaseLinks>> {
  const timeline = createTimeline(cases, settings);
  return new Map(
    await mapInOrder(cases, async (each) => [
      each.caseId,
      await findReturn(each, timeline, isReturn),
    ]),
  );
}

/**
 * Recomputes the links that changes may affect: of the changed cases, and of cases that ended before a changed contact
 * without an earlier return.
 * @param cases all of the customer's current cases with their previous links
 * @returns as `linkCases`, for the recomputed cases
 */
export async function relinkCases<Case extends LinkInput & CaseLinks>(
  cases: readonly Case[],
  changes: readonly LinkChange[],
  settings: DerivationSettings,
  isReturn: IsReturn<Case>,
): Promise<ReadonlyMap<string, CaseLinks>> {
  const timeline = createTimeline(cases, settings);
  const changed = new Set(changes.map(({ caseId }) => caseId));
  const changesUs = changes.map(({ contactUs }) => contactUs).toSorted((a, b) => a - b);
  const links = new Map<string, CaseLinks>();
  for (const each of cases) {
    if (changed.has(each.caseId) || isAffected(each, changesUs, timeline))
      links.set(each.caseId, await findReturn(each, timeline, isReturn));
  }
  return links;
}

/** True if the first changed contact after an ending is among those compared, and no earlier one was the return. */
function isAffected<Case extends LinkInput & CaseLinks>(
  each: Case,
  changesUs: readonly number[],
  { startsUs, windowUs }: Timeline<Case>,
): boolean {
  return endingsOf(each).some(({ endUs }) => {
    const changeUs = changesUs[countUpTo(changesUs, endUs)] ?? Infinity;
    if (changeUs > endUs + windowUs) return false;
    if (each.repeatUs !== null && each.repeatUs < changeUs) return false;
    return countUpTo(startsUs, changeUs - 1) - countUpTo(startsUs, endUs) < comparedMax;
  });
}

/** The contacts that can be a return, in order of their beginning. */
type Timeline<Case> = {
  readonly windowUs: number;
  readonly ordered: readonly { readonly of: Case; readonly contact: LinkContact }[];
  readonly startsUs: readonly number[];
};

function createTimeline<Case extends LinkInput>(
  cases: readonly Case[],
  settings: DerivationSettings,
): Timeline<Case> {
  const ordered = cases
    .filter(({ mergedInto }) => mergedInto === null)
    .flatMap((each) => each.contacts.map((contact) => ({ of: each, contact })))
    .toSorted(
      (a, b) =>
        a.contact.startUs - b.contact.startUs ||
        (a.of.caseId === b.of.caseId
          ? a.contact.ordinal - b.contact.ordinal
          : a.of.caseId < b.of.caseId
            ? -1
            : 1),
    );
  const windowUs = settings.repeatWindowDays * dayUs;
  return { windowUs, ordered, startsUs: ordered.map(({ contact }) => contact.startUs) };
}

async function findReturn<Case extends LinkInput>(
  earlier: Case,
  { ordered, startsUs, windowUs }: Timeline<Case>,
  isReturn: IsReturn<Case>,
): Promise<CaseLinks> {
  if (earlier.mergedInto !== null) return noLinks;
  const returns = await flatMapInOrder(endingsOf(earlier), async ({ endUs, contacts }) => {
    const from = countUpTo(startsUs, endUs);
    const to = Math.min(countUpTo(startsUs, endUs + windowUs), from + comparedMax);
    for (const [at, { of, contact }] of ordered.slice(from, to).entries()) {
      if (of.caseId === earlier.caseId) continue;
      if (await isReturn(earlier, contacts, of, contact)) return [from + at];
    }
    return [];
  });
  const found = ordered[Math.min(...returns)];
  if (found === undefined) return noLinks;
  return { repeatUs: found.contact.startUs, repeatCaseId: found.of.caseId };
}

const noLinks: CaseLinks = { repeatUs: null, repeatCaseId: null };

type Ending = { readonly endUs: number; readonly contacts: readonly LinkContact[] };

/**
 * When a case ended, with the contacts that ended then: one ending where it was stated that it was closed, or where its
 * contacts are about one account; else one for each account, at its last contact, though others went on. A case that was
 * closed by silence ended at its last contact.
 */
function endingsOf({ closing, lastContactUs, contacts }: LinkInput): readonly Ending[] {
  const latest = contacts.toSorted((a, b) => a.ordinal - b.ordinal).slice(-ownMax);
  if (latest.length === 0) return [];
  const statedUs = closing === null || closing.from === "inferred" ? null : closing.atUs;
  const accounts = [...new Set(latest.map(({ account }) => account))];
  if (statedUs !== null || accounts.length === 1) {
    const endUs = statedUs ?? lastContactUs;
    return endUs === null ? [] : [{ endUs, contacts: latest }];
  }
  return accounts.map((account) => {
    const own = latest.filter((each) => each.account === account);
    return { endUs: Math.max(...own.map(({ endUs }) => endUs)), contacts: own };
  });
}
