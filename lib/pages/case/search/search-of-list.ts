import { casesCodec } from "@/lib/analytics/filter/cases-query";
import { rawParams } from "@/lib/format/address/raw-params";

/** The search of the list that a case was opened from; "": none. @param list its query string */
export function searchOfList(list: string | null): string {
  return list === null ? "" : casesCodec.parse(rawParams(list)).query.text;
}
