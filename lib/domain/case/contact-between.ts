import type { Interaction } from "./case";

type CaseContacts = {
  readonly caseId: string;
  readonly contacts: readonly Pick<Interaction, "startUs" | "isTouchpoint">[];
};

/**
 * True if a customer had a contact in another case between two instants. Then an earlier one than that known may have
 * been the first return, and how long it took is not sure.
 * @param cases the customer's
 */
export function hasContactBetween(
  cases: readonly CaseContacts[],
  caseId: string,
  fromUs: number,
  toUs: number,
): boolean {
  return cases
    .filter((each) => each.caseId !== caseId)
    .flatMap(({ contacts }) => contacts)
    .some(({ startUs, isTouchpoint }) => isTouchpoint && startUs > fromUs && startUs < toUs);
}
