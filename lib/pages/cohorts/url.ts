import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { optional, param, position } from "@/lib/format/address/field";
import { idSegment } from "@/lib/format/id-segment";

/** The page with every cohort. */
export const cohortsPath = "/cohorts";

/** The query of a cohort's page. */
export const cohortCodec = createCodec({
  /** Page of cases, from 1. */
  page: param("page", position, 1),
  /** The version; null: the latest. */
  version: optional("version", position),
});
export type CohortQuery = QueryOf<typeof cohortCodec>;

/** The address of a cohort's page, with defaults left out. */
export function cohortHref(name: string, query: Partial<CohortQuery> = {}): string {
  const { href, defaultValue } = cohortCodec;
  return href(`${cohortsPath}/${idSegment(name)}`, { ...defaultValue, ...query });
}

/** The address of a cohort's version as a file, JSON Lines. @param version null: the latest */
export function cohortFileHref(name: string, version: number | null): string {
  const query = { ...cohortCodec.defaultValue, version };
  return cohortCodec.href(`${cohortsPath}/${idSegment(name)}/jsonl`, query);
}
