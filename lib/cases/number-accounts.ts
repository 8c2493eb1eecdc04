import type { Interaction, Message } from "@/lib/domain/case/case";

/** True if later messages name another person's account than earlier ones, and none of the same. */
export type IsOfAnotherPerson = (before: readonly Message[], after: readonly Message[]) => boolean;

type Account = { readonly number: number; readonly messages: Message[] };

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
  return interactions.map((interaction) => {
    const said = byInteraction[interaction.ordinal] ?? [];
    const known = accounts.find((each) => !isOfAnotherPerson(each.messages, said));
    const account = known ?? { number: accounts.length, messages: [] };
    account.messages.push(...said);
    accounts = [account, ...accounts.filter((each) => each !== account)];
    return { ...interaction, account: account.number };
  });
}
