import { agentsValues } from "@/lib/analytics/facets/case-facets";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, optional, param, position, text } from "@/lib/format/address/field";
import { daysParam } from "@/lib/analytics/filter/days";
import { severities } from "@/lib/domain/disclosures/severity";
import { channels } from "@/lib/domain/trace/channel";
import { disclosureCases } from "../url";

/** The query of the samples: what a new one is drawn from. */
export const samplesCodec = createCodec({
  cases: disclosureCases,
  /** The rule, the channel, and who spoke; null: any. */
  rule: optional("rule", text({ min: 1 })),
  on: optional("on", oneOf(channels)),
  by: optional("by", oneOf(agentsValues)),
  /** The days on which the contacts began, see `writeDays`, and the severity of the rules; null: any. */
  days: optional("days", daysParam),
  severity: optional("severity", oneOf(severities)),
});
export type SamplesQuery = QueryOf<typeof samplesCodec>;

const samplesPath = "/disclosures/samples";

/** The address of the samples, with defaults left out. */
export function samplesHref(query: Partial<SamplesQuery> = {}): string {
  return samplesCodec.href(samplesPath, { ...samplesCodec.defaultValue, ...query });
}

/** The query of one sample. */
export const sampleCodec = createCodec({
  /** Page of findings, from 1. */
  page: param("page", position, 1),
  /** The finding that is shown, from 1; null: the first without a decision. */
  item: optional("item", position),
});
export type SampleQuery = QueryOf<typeof sampleCodec>;

/** The address of a sample. @param id its key */
export function sampleHref(id: number, query: Partial<SampleQuery> = {}): string {
  const { href, defaultValue } = sampleCodec;
  return href(`${samplesPath}/${String(id)}`, { ...defaultValue, ...query });
}

/** The address of a sample's evidence pack, a file. */
export function samplePackHref(id: number): string {
  return `${sampleHref(id)}/pack`;
}

/** The address of the second review of a sample. */
export function secondReviewHref(id: number, query: Partial<SampleQuery> = {}): string {
  const { href, defaultValue } = sampleCodec;
  return href(`${sampleHref(id)}/second`, { ...defaultValue, ...query });
}

/** The key that a segment of an address names. @returns null: it names none */
export function sampleKeyOf(segment: string): number | null {
  return /^[1-9]\d{0,8}$/u.test(segment) ? Number(segment) : null;
}
