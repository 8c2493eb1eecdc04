import { channels, type Channel } from "@/lib/domain/channel";
import type { PersonaAttribute } from "@/lib/domain/persona-contract";
import { unsaid } from "../case-facets";
import type { CaseTable } from "../case-table/case-table";

/** A contact in which an AI agent spoke. */
export type SpokenContact = {
  /** Its row in the table of contacts. */
  readonly place: number;
  readonly channel: Channel;
  /** Microseconds since 1970. */
  readonly atUs: number;
  /** Its case's type. */
  readonly stratum: string;
  /** See `Columns`. */
  readonly customer: number;
  /** "support-core@v7"; null where nobody said. */
  readonly prompt: string | null;
};

/** The contacts of some cases in which an AI agent spoke, ascending by time. @param keys of the cases */
export function spokenContacts(table: CaseTable, keys: Uint32Array): readonly SpokenContact[] {
  const { contacts, columns, dictionaries, names } = table;
  const types = dictionaries.type.values.map(({ type }) => type?.[0] ?? unsaid);
  const found: SpokenContact[] = [];
  for (const key of keys) {
    const first = contacts.first[key] ?? 0;
    const end = first + (contacts.count[key] ?? 0);
    for (let place = first; place < end; place += 1) {
      if (Number.isNaN(contacts.amounts.words[place])) continue;
      found.push({
        place,
        channel: channels[contacts.amounts.channel[place] ?? 0] ?? "unknown",
        atUs: contacts.instants.startUs[place] ?? 0,
        stratum: types[columns.type[key] ?? 0] ?? unsaid,
        customer: columns.customer[key] ?? 0,
        prompt: names.values[contacts.amounts.prompt[place] ?? NaN] ?? null,
      });
    }
  }
  return found.sort((one, other) => one.atUs - other.atUs || one.place - other.place);
}

/** How an AI agent spoke in a contact; NaN where too few words tell it. */
export function spokenValue(
  { contacts }: CaseTable,
  { place }: SpokenContact,
  attribute: PersonaAttribute,
): number {
  return contacts.amounts[attribute][place] ?? NaN;
}
