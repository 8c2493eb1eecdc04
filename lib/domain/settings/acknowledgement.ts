import type { Channel } from "../trace/channel";
import type { PersonaAttribute } from "./persona-contract";

/** That somebody has seen an alarm of the persona and says what comes of it. */
export type Acknowledgement = {
  readonly channel: Channel;
  readonly attribute: PersonaAttribute;
  /** The version of the contract whose baseline it was held against; null: none was in force. */
  readonly contract: number | null;
  /** Masked. */
  readonly note: string;
  /** Public id. */
  readonly by: string;
  /** Microseconds since 1970. */
  readonly atUs: number;
};

export const acknowledgementNoteMax = 300;
