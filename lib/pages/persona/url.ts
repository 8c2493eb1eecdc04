import type { PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import { overviewSearch, type OverviewQuery } from "@/lib/analytics/filter/overview-query";

/** Everything a view of the Persona page depends on, besides the instant. */
export type PersonaQuery = OverviewQuery & {
  /** What the charts show; null: what moved most. */
  readonly attribute: PersonaAttribute | null;
};

/** The address of a view of the Persona page, with defaults left out. */
export function personaHref(query: PersonaQuery): string {
  const search = new URLSearchParams(overviewSearch(query));
  if (query.attribute !== null) search.set("attribute", query.attribute);
  const text = search.toString();
  return text === "" ? "/persona" : `/persona?${text}`;
}
