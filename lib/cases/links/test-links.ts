import { defaultSettings } from "@/lib/domain/settings/settings";
import { linkCases, type CaseLinks, type IsReturn, type LinkInput } from "./link-cases";

/** A case with what each of its contacts is about. */
export type Case = LinkInput & { readonly issues: readonly string[] };

export const dayUs = 86_400_000_000;
export const windowUs = defaultSettings.repeatWindowDays * dayUs;

/** A case with contacts on these days. */
export function each(
  caseId: string,
  contacts: readonly (readonly [day: number, issue: string, account?: number])[],
  rest: Partial<Case> = {},
): Case {
  const starts = contacts.map(([day, , account = 0], ordinal) => ({
    ...{ ordinal, account, startUs: day * dayUs, endUs: day * dayUs + 1 },
  }));
  return {
    caseId,
    contacts: starts,
    issues: contacts.map(([, issue]) => issue),
    lastContactUs:
      starts.length === 0 ? null : Math.max(...starts.map(({ startUs }) => startUs)) + 1,
    closing: null,
    mergedInto: null,
    ...rest,
  };
}

/** Contacts about the same issue are returns. */
export const sharesIssue: IsReturn<Case> = (earlier, contacts, later, { ordinal }) =>
  Promise.resolve(contacts.some((own) => earlier.issues[own.ordinal] === later.issues[ordinal]));

/** The links of one of the cases. */
export async function returnOf(
  cases: readonly Case[],
  caseId: string,
): Promise<CaseLinks | undefined> {
  return (await linkCases(cases, defaultSettings, sharesIssue)).get(caseId);
}

export const none: CaseLinks = { repeatUs: null, repeatCaseId: null };
export const back = (day: number, repeatCaseId: string): CaseLinks => ({
  repeatUs: day * dayUs,
  repeatCaseId,
});
