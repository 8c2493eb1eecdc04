import { z } from "zod";
import { personaAttributes } from "@/lib/domain/settings/persona-contract";
import type { PersonaQuery } from "./url";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";
import { parseOverviewParams } from "@/lib/analytics/filter/parse-overview-query";

const attribute = z.tuple([z.enum(personaAttributes)]);

/**
 * Reads the Persona page's query string: filters as on the Overview, and what the charts show.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parsePersonaParams(raw: RawSearchParams): {
  readonly query: PersonaQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { attribute: chosen, ...shared } = raw;
  const { query, dropped: others } = parseOverviewParams(shared);
  const own = chosen === undefined ? {} : { attribute: chosen };
  const { read, dropped } = createFieldReader(own, ["attribute"]);
  const shown = read("attribute", attribute)?.[0] ?? null;
  return { query: { ...query, attribute: shown }, dropped: [...dropped(), ...others] };
}
