import { channels } from "@/lib/domain/trace/channel";
import { personaAttributes, type PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import type { Sums } from "@/lib/stats/sums";
import type { CaseTable } from "../case-table/case-table";

/** Rows of the contacts in which an AI agent spoke. */
export type SpokenContacts = {
  readonly all: Uint32Array;
  /** The same by channel, in the order of `channels`. */
  readonly byChannel: readonly Uint32Array[];
};

/** Finds those of some cases. @param keys of the cases */
export function spokenContacts({ contacts }: CaseTable, keys: Uint32Array): SpokenContacts {
  const { words } = contacts.amounts;
  const { channel } = contacts.integers;
  const found = new Uint32Array(contacts.live + 1);
  const ends = new Uint32Array(channels.length);
  let count = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const first = contacts.first[key] ?? 0;
    const end = first + (contacts.count[key] ?? 0);
    for (let place = first; place < end; place += 1) {
      if (Number.isNaN(words[place])) continue;
      const at = channel[place] ?? 0;
      found[count] = place;
      ends[at] = (ends[at] ?? 0) + 1;
      count += 1;
    }
  }
  for (let at = 1; at < ends.length; at += 1) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0);
  const all = new Uint32Array(count);
  const next = Uint32Array.from(ends, (_, at) => ends[at - 1] ?? 0);
  const starts = next.slice();
  for (let index = 0; index < count; index += 1) {
    const place = found[index] ?? 0;
    const at = channel[place] ?? 0;
    all[next[at] ?? 0] = place;
    next[at] = (next[at] ?? 0) + 1;
  }
  return { all, byChannel: Array.from(starts, (start, at) => all.subarray(start, ends[at])) };
}

/** How an AI agent spoke in a contact, by its row; NaN where there are too few words. */
export function styleOf(
  { contacts }: CaseTable,
  attribute: PersonaAttribute,
): (place: number) => number {
  const { width, values } = contacts.vectors.style;
  const at = personaAttributes.indexOf(attribute);
  return (place) => values[place * width + at] ?? NaN;
}

/** Sums over the contacts with a value, by attribute in the order of `personaAttributes`. */
export function spokenSums({ contacts }: CaseTable, places: Uint32Array): readonly Sums[] {
  const { width, values } = contacts.vectors.style;
  const counts = new Uint32Array(width);
  const [sums, squares] = [new Float64Array(width), new Float64Array(width)];
  for (let index = 0; index < places.length; index += 1) {
    const start = (places[index] ?? 0) * width;
    for (let at = 0; at < width; at += 1) {
      const value = values[start + at] ?? NaN;
      if (value !== value) continue;
      counts[at] = (counts[at] ?? 0) + 1;
      sums[at] = (sums[at] ?? 0) + value;
      squares[at] = (squares[at] ?? 0) + value * value;
    }
  }
  return Array.from(counts, (count, at) => ({
    ...{ count, sum: sums[at] ?? 0, squares: squares[at] ?? 0 },
  }));
}

/** The kinds of the cases of some contacts: groups of the table's types, one entry per contact. */
export function spokenKinds({ contacts, columns }: CaseTable, places: Uint32Array): Uint32Array {
  const { caseKey } = contacts;
  const { type } = columns;
  const kinds = new Uint32Array(places.length);
  for (let index = 0; index < places.length; index += 1) {
    kinds[index] = type[caseKey[places[index] ?? 0] ?? 0] ?? 0;
  }
  return kinds;
}
