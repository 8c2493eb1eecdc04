import { createCasesCodec, type FacetName } from "@/lib/analytics/filter/cases-query";
import { defaultPeriod, periodNames } from "@/lib/analytics/filter/period";
import { personalPlaces, piiKinds } from "@/lib/domain/privacy/personal-values";
import { channels } from "@/lib/domain/trace/channel";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, optional } from "@/lib/format/address/field";

const caseFacets: readonly FacetName[] = [
  "release",
  "type",
  "channel",
  "agents",
  "team",
  "region",
  "risk",
];

/** The query of the PII page. */
export const piiCodec = createCodec({
  /** The cases whose personal values are counted. */
  cases: createCasesCodec([...caseFacets, ...periodNames], defaultPeriod),
  /** The channel, type and kind of place of the values; null: any. */
  on: optional("on", oneOf(channels)),
  kindOf: optional("kindOf", oneOf(piiKinds)),
  place: optional("place", oneOf(personalPlaces)),
});
export type PiiQuery = QueryOf<typeof piiCodec>;

/** The address of a view of the PII page, with defaults left out. */
export function piiHref(query: Partial<PiiQuery> = {}): string {
  return piiCodec.href("/pii", { ...piiCodec.defaultValue, ...query });
}
