import { caseHref } from "./href";
import type { ScaleMode } from "./timeline/create-scale";

/** What a view of the Case page depends on, besides the case and the instant. */
export type CaseQuery = {
  /** Which part of a long transcript is shown, from 1. */
  readonly part: number;
  /** What is selected on the timeline and in the list: "h0", "c2"; null: the page chooses. */
  readonly item: string | null;
  readonly scale: ScaleMode;
  /** True: the whole timeline in the width there is. */
  readonly isFitted: boolean;
  /** The query string of the list of cases one came from; null where one came from elsewhere. */
  readonly list: string | null;
};

export const defaultCaseQuery: CaseQuery = {
  part: 1,
  item: null,
  scale: "compressed",
  isFitted: false,
  list: null,
};

/** A longer transcript is shown in parts: each message is about 2.5 kB of the page. */
export const messagesPerPart = 250;

/** The part in which a message stands. @param ordinal its position in the case, from 0 */
export function partOfMessage(ordinal: number): number {
  return Math.floor(ordinal / messagesPerPart) + 1;
}

/** The address of a view of a case, with defaults left out. */
export function caseViewHref(caseId: string, query: Partial<CaseQuery>): string {
  const { part, item, scale, isFitted, list } = { ...defaultCaseQuery, ...query };
  const search = new URLSearchParams();
  if (part !== defaultCaseQuery.part) search.set("part", String(part));
  if (item !== null) search.set("item", item);
  if (scale !== defaultCaseQuery.scale) search.set("scale", scale);
  if (isFitted) search.set("fit", "all");
  if (list !== null) search.set("list", list);
  const words = search.toString();
  return words === "" ? caseHref(caseId) : `${caseHref(caseId)}?${words}`;
}
