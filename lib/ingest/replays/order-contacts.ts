import type { ReplayContact, Unreadable } from "./conversation";

/** The contacts of one replay of an item, in order. */
export type OrderedReplay = {
  readonly item: string;
  readonly repeat: number;
  readonly contacts: readonly ReplayContact[];
};

/**
 * Puts contacts together to replays. Where no repeat is stated, the conversations of an item on one channel are its
 * repeats, numbered by their content, so that the order of lines changes nothing; contacts of one number on several
 * channels are one case, in the order of their leg, else of their time.
 */
export function orderContacts(contacts: readonly ReplayContact[]): {
  readonly replays: readonly OrderedReplay[];
  readonly unreadable: readonly Unreadable[];
} {
  const numbered = groupBy(contacts, ({ item, channel, leg }) =>
    JSON.stringify([item.id, channel, leg]),
  ).flatMap(numberRepeats);
  const replays: OrderedReplay[] = [];
  const unreadable: Unreadable[] = [];
  for (const own of groupBy(numbered, ({ contact, repeat }) =>
    JSON.stringify([contact.item.id, repeat]),
  )) {
    const [first] = own;
    if (first === undefined) continue;
    const read = inOrder(own.map(({ contact }) => contact));
    if (typeof read === "string") unreadable.push({ place: first.contact.place, reason: read });
    else replays.push({ item: first.contact.item.id, repeat: first.repeat, contacts: read });
  }
  replays.sort((a, b) => (a.item === b.item ? a.repeat - b.repeat : a.item < b.item ? -1 : 1));
  return { replays, unreadable };
}

type Numbered = { readonly contact: ReplayContact; readonly repeat: number };

/** Stated repeats as they are; the others by content, in the numbers that are left. */
function numberRepeats(contacts: readonly ReplayContact[]): readonly Numbered[] {
  const taken = new Set(contacts.map(({ repeat }) => repeat));
  const open = contacts
    .filter(({ repeat }) => repeat === null)
    .map((contact) => ({ contact, content: contentOf(contact) }))
    .sort((a, b) => (a.content < b.content ? -1 : 1));
  let next = 0;
  const counted = open.map(({ contact }): Numbered => {
    do next += 1;
    while (taken.has(next));
    return { contact, repeat: next };
  });
  const stated = contacts.flatMap((contact): Numbered[] =>
    contact.repeat === null ? [] : [{ contact, repeat: contact.repeat }],
  );
  return [...stated, ...counted];
}

/** By time where it is stated, and then by what was said. */
function contentOf({ startUs, messages, error }: ReplayContact): string {
  return JSON.stringify([String(startUs ?? 0).padStart(20, "0"), error, messages]);
}

/** The contacts of a replay in order; a sentence if they do not say it. */
function inOrder(contacts: readonly ReplayContact[]): readonly ReplayContact[] | string {
  const legs = new Set(contacts.map(({ leg }) => leg));
  if (legs.size === contacts.length && !legs.has(null)) {
    return contacts.toSorted((a, b) => (a.leg ?? 0) - (b.leg ?? 0));
  }
  const times = new Set(contacts.map(({ startUs }) => startUs));
  if (times.size === contacts.length && (contacts.length === 1 || !times.has(null))) {
    return contacts.toSorted((a, b) => (a.startUs ?? 0) - (b.startUs ?? 0));
  }
  return "Contacts of one item and repeat do not say their order; give each a leg of its own, 1, 2, 3, or started_at, or other repeats.";
}

function groupBy<Each>(all: readonly Each[], keyOf: (each: Each) => string): readonly Each[][] {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return [...groups.values()];
}
