import type { Interaction } from "./case";

type Contact = Pick<Interaction, "isTouchpoint" | "isPassedOn" | "startUs" | "endUs">;

/** Whether a case's last contact was passed on to somebody of whom nothing is recorded. */
export function isPassedOn(contacts: readonly Contact[]): boolean {
  const last = contacts.findLast(({ isTouchpoint }) => isTouchpoint);
  return last?.isPassedOn === true && contacts.every(({ startUs }) => startUs <= last.endUs);
}
