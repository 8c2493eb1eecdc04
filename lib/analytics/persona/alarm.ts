import type { Effect } from "./effect";

/** One alarm of a series. Leaving the limits again after a return is another alarm. */
export type Alarm = {
  /** The start of the first week, or the contact, from which its signal lasted. */
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
  readonly alarms: readonly Alarm[];
  /** The one that is shown: the first, unless people acknowledged it. */
  readonly alarm: Alarm | null;
};

/** Before anybody acknowledged one. */
export function noneAcknowledged(alarms: readonly Alarm[]): Alarms {
  return { alarms, alarm: alarms[0] ?? null };
}
