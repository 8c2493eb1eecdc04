import type { Handoff, Interaction } from "./case";

/** A contact that begins later after a transfer is not the transfer: whoever opens it has begun it. */
const liveUs = 10 * 60_000_000;

/** Where a contact goes on after the one before it. */
type Move = {
  /** The contact before ended in a transfer. */
  readonly isPassedOn: boolean;
  /** Who began the contact. */
  readonly initiator: Interaction["initiator"];
  /** Microseconds between the two. */
  readonly gapUs: number;
};

/** Who moved a customer from one contact to the next: the agent who passed them on only if the next begins at once, or nobody else began it. */
export function initiatorOfMove({ isPassedOn, initiator, gapUs }: Move): Handoff["initiator"] {
  return isPassedOn && (initiator !== "customer" || gapUs <= liveUs) ? "agent" : initiator;
}
