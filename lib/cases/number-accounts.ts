import type { Interaction, Message } from "@/lib/domain/case/case";

/** True if later messages name another person's account than earlier ones, and none of the same. */
export type IsOfAnotherPerson = (before: readonly Message[], after: readonly Message[]) => boolean;

/** Accounts that a contact is compared with, and contacts about each: the latest. */
const accountsMax = 10;
const contactsMax = 10;

type Account = {
  readonly number: number;
  /** The messages of its contacts, the latest last. */
  readonly contacts: readonly (readonly Message[])[];
};

/**
 * Numbers the accounts that a case's contacts are about, in order. A contact that names none is about that of the
 * contact before it.
 */
export function numberAccounts(
  interactions: readonly Interaction[],
  messages: readonly Message[],
  isOfAnotherPerson: IsOfAnotherPerson,
): readonly Interaction[] {
  const byInteraction = interactions.map((): Message[] => []);
  for (const message of messages) byInteraction[message.interaction]?.push(message);
  /** The latest first. */
  let accounts: readonly Account[] = [];
  let next = 0;
  return interactions.map((interaction) => {
    const said = byInteraction[interaction.ordinal] ?? [];
    const known = accounts.find(({ contacts }) => !isOfAnotherPerson(contacts.flat(), said));
    const { number, contacts } = known ?? { number: next, contacts: [] };
    if (known === undefined) next += 1;
    const account = { number, contacts: [...contacts, said].slice(-contactsMax) };
    accounts = [account, ...accounts.filter((each) => each !== known)].slice(0, accountsMax);
    return { ...interaction, account: number };
  });
}
