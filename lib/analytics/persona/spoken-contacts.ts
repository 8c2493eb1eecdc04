import { channels } from "@/lib/domain/trace/channel";
import type { PersonaAttribute } from "@/lib/domain/settings/persona-contract";
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

/** Sums over the contacts with a value. */
export function spokenSums(
  { contacts }: CaseTable,
  places: Uint32Array,
  attribute: PersonaAttribute,
): Sums {
  const column = contacts.amounts[attribute];
  let [count, sum, squares] = [0, 0, 0];
  for (let index = 0; index < places.length; index += 1) {
    const value = column[places[index] ?? 0] ?? NaN;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
    squares += value * value;
  }
  return { count, sum, squares };
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
