import { channels, type Channel } from "@/lib/domain/trace/channel";
import type { PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import { MISSING } from "../facets/case-facets";
import type { CaseTable } from "../case-table/case-table";
import type { ChannelGap, GapContacts } from "./gaps";
import type { SpokenContacts } from "./spoken-contacts";
import { firstValues } from "../case-table/dictionary";

/** The contacts of a channel in which an attribute was measured. */
export type MeasuredContacts = GapContacts & {
  /** Rows of the table's contacts. */
  readonly places: Uint32Array;
};

/** Reads them, by channel. */
export function measuredContacts(
  table: CaseTable,
  { byChannel }: SpokenContacts,
  attribute: PersonaAttribute,
): readonly MeasuredContacts[] {
  const column = table.contacts.amounts[attribute];
  return byChannel.map((spoken) => measuredOf(table, spoken, column));
}

/** In one pass: a closure for each contact takes three times as long. */
function measuredOf(
  { contacts: { caseKey }, columns: { customer, type } }: CaseTable,
  spoken: Uint32Array,
  column: Float32Array,
): MeasuredContacts {
  const { length } = spoken;
  const [places, kinds, customers] = [
    new Uint32Array(length),
    new Uint32Array(length),
    new Uint32Array(length),
  ];
  const values = new Float64Array(length);
  let count = 0;
  for (let index = 0; index < length; index += 1) {
    const place = spoken[index] ?? 0;
    const value = column[place] ?? NaN;
    if (value !== value) continue;
    const key = caseKey[place] ?? 0;
    places[count] = place;
    values[count] = value;
    kinds[count] = type[key] ?? 0;
    customers[count] = customer[key] ?? 0;
    count += 1;
  }
  return {
    places: places.subarray(0, count),
    values: values.subarray(0, count),
    kinds: kinds.subarray(0, count),
    customers: customers.subarray(0, count),
  };
}

/** An example contact of a gap. */
export type FarContact = {
  readonly place: number;
  readonly channel: Channel;
  /** Its case's type. */
  readonly kind: string;
  readonly value: number;
};

/** The contacts of two channels that differ most, on kinds of case that both have; of equals the first. */
export function furthestApart(
  table: CaseTable,
  byChannel: readonly MeasuredContacts[],
  { one, other, value, declared }: ChannelGap,
  most: number,
): readonly FarContact[] {
  const [a, b] = [byChannel[channels.indexOf(one)], byChannel[channels.indexOf(other)]];
  if (a === undefined || b === undefined) return [];
  const ofOther = new Set(b.kinds);
  const shared = new Set([...new Set(a.kinds)].filter((kind) => ofOther.has(kind)));
  const way = Math.sign(value - (declared ?? 0));
  const types = firstValues(table.dictionaries.type, "type", MISSING);
  const far = (channel: Channel, contacts: MeasuredContacts, sign: number) =>
    furthest(table, contacts, shared, sign, most).map((at) => ({
      ...{ place: contacts.places[at] ?? 0, channel, value: contacts.values[at] ?? NaN },
      kind: types[contacts.kinds[at] ?? 0] ?? MISSING,
    }));
  return [...far(one, a, way), ...far(other, b, -way)];
}

/** Positions of the contacts with the highest values times a sign. */
function furthest(
  { contacts }: CaseTable,
  { places, values, kinds }: MeasuredContacts,
  shared: ReadonlySet<number>,
  sign: number,
  most: number,
): readonly number[] {
  const { startUs } = contacts.instants;
  const startOf = (at: number) => startUs[places[at] ?? 0] ?? 0;
  const found: number[] = [];
  const comesFirst = (at: number, than: number) => {
    const difference = sign * ((values[at] ?? 0) - (values[than] ?? 0));
    return difference > 0 || (difference === 0 && startOf(at) < startOf(than));
  };
  for (let at = 0; at < places.length; at += 1) {
    const last = found[most - 1];
    if (last !== undefined && !comesFirst(at, last)) continue;
    if (!shared.has(kinds[at] ?? 0)) continue;
    const before = found.findIndex((each) => comesFirst(at, each));
    found.splice(before < 0 ? found.length : before, 0, at);
    found.length = Math.min(found.length, most);
  }
  return found;
}
