import { personaAttributes } from "@/lib/domain/settings/persona-contract";
import { overviewFields } from "@/lib/analytics/filter/overview-query";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, optional } from "@/lib/format/address/field";

/** The query of the Persona page. */
export const personaCodec = createCodec({
  ...overviewFields,
  /** The charted attribute; null: the one that moved most. */
  attribute: optional("attribute", oneOf(personaAttributes)),
});
export type PersonaQuery = QueryOf<typeof personaCodec>;

/** The address of a view of the Persona page, with defaults left out. */
export function personaHref(query: PersonaQuery): string {
  return personaCodec.href("/persona", query);
}
