import type { Channel } from "../trace/channel";
import type { PersonaAttribute } from "./persona-contract";

/** A user's acknowledgement of a persona alarm. */
export type Acknowledgement = {
  readonly channel: Channel;
  readonly attribute: PersonaAttribute;
  /** Version of the contract that the baseline belongs to; null: none was approved. */
  readonly contract: number | null;
  /** Masked. */
  readonly note: string;
  readonly by: string;
  readonly atUs: number;
};

export const acknowledgementNoteMax = 300;
