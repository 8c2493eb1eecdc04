import { caseHref } from "./href";
import type { HitPlace } from "@/lib/analytics/search/row-hit";
import { scaleModes } from "./timeline/create-scale";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { flag, oneOf, optional, param, position, single } from "@/lib/format/address/field";
import { listSearch } from "@/lib/format/address/list-search";

/** The query of the Case page. */
export const caseCodec = createCodec({
  /** Page of the transcript, from 1. */
  page: param("part", position, 1),
  /** Selected item: "h0", "c2"; null: the default. */
  item: optional(
    "item",
    single((text) => (/^[a-z]\d{1,6}$/.test(text) ? text : undefined)),
  ),
  scale: param("scale", oneOf(scaleModes), "compressed"),
  /** True: the whole timeline fits the width. */
  isFitted: flag("fit", "all"),
  list: listSearch,
});

export type CaseQuery = QueryOf<typeof caseCodec>;
export const defaultCaseQuery = caseCodec.defaultValue;

/** Messages per page of the transcript; each is about 2.5 kB of HTML. */
export const messagesPerPage = 250;

/** The transcript page of a message. @param ordinal its position in the case, from 0 */
export function pageOfMessage(ordinal: number): number {
  return Math.floor(ordinal / messagesPerPage) + 1;
}

/** The address of a place in a case that a list's search found. @param place null: the case as a whole */
export function foundPlaceHref(caseId: string, list: string, place: HitPlace | null): string {
  if (place === null) return caseViewHref(caseId, { list });
  const page = place.message === null ? 1 : pageOfMessage(place.message);
  return `${caseViewHref(caseId, { list, page })}#${place.anchor}`;
}

/** The address of a view of a case, with defaults left out. */
export function caseViewHref(caseId: string, query: Partial<CaseQuery>): string {
  return caseCodec.href(caseHref(caseId), { ...defaultCaseQuery, ...query });
}
