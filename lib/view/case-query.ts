import { caseHref } from "./case-href";

/** What a view of the Case page depends on, besides the case and the instant. */
export type CaseQuery = {
  /** Which part of a long transcript is shown, from 1. */
  readonly part: number;
};

export const defaultCaseQuery: CaseQuery = { part: 1 };

/** A longer transcript is shown in parts: a browser takes seconds to draw ten thousand messages. */
export const messagesPerPart = 1000;

/** The part in which a message stands. @param ordinal its position in the case, from 0 */
export function partOfMessage(ordinal: number): number {
  return Math.floor(ordinal / messagesPerPart) + 1;
}

/** The address of a part of a case's transcript, with defaults left out. */
export function casePartHref(caseId: string, part: number): string {
  return part === defaultCaseQuery.part ? caseHref(caseId) : `${caseHref(caseId)}?part=${part}`;
}
