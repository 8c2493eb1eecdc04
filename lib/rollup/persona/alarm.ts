import type { Effect } from "./effect";

/** A series' one open alarm. */
export type Alarm = {
  /** The start of the first week, or the contact, from which on its signal stood. */
  readonly outsideUs: number;
  /** The end of that week; of a contact, right after it began. */
  readonly outsideToUs: number;
  /** The end of the week, or the contact, at which all three conditions held. */
  readonly atUs: number;
  /** At that moment. */
  readonly effect: Effect;
};
