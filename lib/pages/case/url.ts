import { caseHref } from "./href";
import { scaleModes } from "./timeline/create-scale";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { flag, oneOf, optional, param, position, single } from "@/lib/format/address/field";
import { listSearch } from "@/lib/format/address/list-search";

/** What a view of the Case page depends on, besides the case and the instant. */
export const caseCodec = createCodec({
  /** Which part of a long transcript is shown, from 1. */
  part: param("part", position, 1),
  /** What is selected on the timeline and in the list: "h0", "c2"; null: the page chooses. */
  item: optional(
    "item",
    single((text) => (/^[a-z]\d{1,6}$/.test(text) ? text : undefined)),
  ),
  scale: param("scale", oneOf(scaleModes), "compressed"),
  /** True: the whole timeline in the width there is. */
  isFitted: flag("fit", "all"),
  list: listSearch,
});

export type CaseQuery = QueryOf<typeof caseCodec>;
export const defaultCaseQuery = caseCodec.defaultValue;

/** A longer transcript is shown in parts: each message is about 2.5 kB of the page. */
export const messagesPerPart = 250;

/** The part in which a message stands. @param ordinal its position in the case, from 0 */
export function partOfMessage(ordinal: number): number {
  return Math.floor(ordinal / messagesPerPart) + 1;
}

/** The address of a view of a case, with defaults left out. */
export function caseViewHref(caseId: string, query: Partial<CaseQuery>): string {
  return caseCodec.href(caseHref(caseId), { ...defaultCaseQuery, ...query });
}
