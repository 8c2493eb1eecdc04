import { agentsValues } from "@/lib/analytics/facets/case-facets";
import { foundValues, type ChildTraits } from "@/lib/analytics/facets/child-traits";
import { createCasesCodec, type FacetName } from "@/lib/analytics/filter/cases-query";
import { defaultPeriod, periodNames } from "@/lib/analytics/filter/period";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, optional, param, position, single, text } from "@/lib/format/address/field";
import { daysParam } from "@/lib/analytics/filter/days";
import { severities } from "@/lib/domain/disclosures/severity";
import { reviewStates } from "@/lib/domain/quality/disclosure-review";
import { channels } from "@/lib/domain/trace/channel";

const caseFacets: readonly FacetName[] = [
  ...(["disclosure", "risk", "type", "channel", "release", "region", "team", "agents"] as const),
];

/** A finding: a case, and the ordinal of the disclosure in it. */
export type FindingPlace = { readonly caseId: string; readonly ordinal: number };

/** What narrows the cases of the page, and of samples that are drawn from it. */
export const disclosureCases = createCasesCodec([...caseFacets, ...periodNames], defaultPeriod);

export const findingField = optional("finding", single(readPlace, writePlace));

/** The query of the Disclosures page. */
export const disclosuresCodec = createCodec({
  /** The cases it is about, under the same names as on the Cases page. */
  cases: disclosureCases,
  /** The findings that are listed: their rule, channel, status and who spoke; null: any. */
  rule: optional("rule", text({ min: 1 })),
  on: optional("on", oneOf(channels)),
  found: param("found", oneOf(foundValues), "not_given"),
  by: optional("by", oneOf(agentsValues)),
  /** What was decided on them; null: anything. */
  review: optional("review", oneOf(reviewStates)),
  /** Of the findings' rules; null: any. */
  severity: optional("severity", oneOf(severities)),
  /** Public id of who took the latest decision; null: anybody, or nobody. */
  reviewer: optional("reviewer", text({ min: 1 })),
  /** The days on which the contacts began, see `writeDays`; null: any. */
  days: optional("days", daysParam),
  /** Page of findings, from 1. */
  page: param("page", position, 1),
  /** The finding whose evidence is shown, "3.C-4377"; null: the first of the page. */
  finding: findingField,
});
export type DisclosuresQuery = QueryOf<typeof disclosuresCodec>;

/** The address of a view of the Disclosures page, with defaults left out. */
export function disclosuresHref(query: Partial<DisclosuresQuery>): string {
  return disclosuresCodec.href("/disclosures", { ...disclosuresCodec.defaultValue, ...query });
}

function readPlace(given: string): FindingPlace | undefined {
  const [, ordinal, caseId] = /^(\d{1,6})\.(.{1,300})$/s.exec(given) ?? [];
  return ordinal === undefined || caseId === undefined
    ? undefined
    : { caseId, ordinal: Number(ordinal) };
}

function writePlace({ caseId, ordinal }: FindingPlace): string {
  return `${String(ordinal)}.${caseId}`;
}

/** The traits of the findings that a query lists. */
export function traitsOf(query: DisclosuresQuery): ChildTraits {
  const { rule, found, review, severity, reviewer } = query;
  return {
    found,
    ...sharedTraits(query),
    ...(severity === null ? {} : { severity }),
    ...(reviewer === null ? {} : { reviewer }),
    ...(rule === null ? {} : { rule }),
    ...(review === null ? {} : { review }),
  };
}

/** Those that no choice of the list changes. */
export function sharedTraits({ by, days }: DisclosuresQuery): ChildTraits {
  return { ...(days === null ? {} : { days }), ...(by === null ? {} : { by }) };
}
