import type { Interaction } from "./case";

type Contact = Pick<Interaction, "isTouchpoint" | "account">;
type TimedContact = Contact & Pick<Interaction, "isPassedOn" | "startUs" | "endUs">;

/**
 * A case's last contact about each of its accounts, in order: how one ends says nothing of what was asked for about
 * another, so a case has ended well where all of them have.
 */
export function endingContacts<Each extends Contact>(contacts: readonly Each[]): readonly Each[] {
  const touchpoints = contacts.filter(({ isTouchpoint }) => isTouchpoint);
  const last = new Map(touchpoints.map((contact) => [contact.account, contact]));
  return touchpoints.filter((contact) => last.get(contact.account) === contact);
}

/** The ending contact that was passed on to somebody of whom nothing is recorded, the last of several. */
export function findPassedOn<Each extends TimedContact>(
  contacts: readonly Each[],
): Each | undefined {
  return endingContacts(contacts).findLast(
    ({ isPassedOn, account, endUs }) =>
      isPassedOn && contacts.every((each) => each.account !== account || each.startUs <= endUs),
  );
}
