import type { Effect } from "./effect";

/** One alarm of a series. What goes outside again after it was back within the limits is another one. */
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

/** A series' alarms. */
export type Alarms = {
  /** In their order. */
  readonly alarms: readonly Alarm[];
  /** The one that is told of: the first, unless people acknowledged it. */
  readonly alarm: Alarm | null;
};

/** Before anybody acknowledged one. */
export function noneAcknowledged(alarms: readonly Alarm[]): Alarms {
  return { alarms, alarm: alarms[0] ?? null };
}
