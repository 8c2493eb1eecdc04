import type { Chance } from "./chance";
import type { DemoChannel } from "./model";

export const secondUs = 1_000_000;
export const minuteUs = 60 * secondUs;
export const hourUs = 60 * minuteUs;
export const dayUs = 24 * hourUs;
export const weekUs = 7 * dayUs;

/** Length of the demo's history in weeks. */
export const weekCount = 26;

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/**
 * The week of an instant, 0 to 25.
 * @param endUs the demo's last instant
 */
export function weekOf(atUs: number, endUs: number): number {
  const week = Math.floor((atUs - (endUs - weekCount * weekUs)) / weekUs);
  return Math.min(weekCount - 1, Math.max(0, week));
}

/** "12 March", in UTC. */
export function dayAndMonth(atUs: number): string {
  const date = new Date(atUs / 1000);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ""}`;
}

/** "Thursday", in UTC. */
export function weekday(atUs: number): string {
  return days[new Date(atUs / 1000).getUTCDay()] ?? "";
}

/** "2026-03-12T09:30:00.000Z". */
export function rfc3339(atUs: number): string {
  return new Date(Math.floor(atUs / 1000)).toISOString();
}

/** A relative time as people say it: "this morning", "yesterday", "3 days ago". */
export function ago(gapUs: number): string {
  const past = Math.round(gapUs / dayUs);
  if (gapUs < 2 * hourUs) return "an hour ago";
  if (gapUs < 7 * hourUs) return "a few hours ago";
  if (past === 0) return "earlier today";
  if (past === 1) return "yesterday";
  if (past < 7) return `${past} days ago`;
  return past < 11 ? "last week" : `${Math.round(past / 7)} weeks ago`;
}

const hourWeights: readonly (readonly [number, number])[] = [
  ...[7, 8, 9, 10, 11].map((hour) => [hour, 3 + hour / 4] as const),
  ...[12, 13, 14, 15, 16, 17].map((hour) => [hour, 5] as const),
  ...[18, 19, 20, 21, 22].map((hour) => [hour, 24 - hour] as const),
];

/** Moves an instant to a busy hour of the same day (UTC). */
export function atBusyHour(chance: Chance, dayOfUs: number): number {
  const midnight = Math.floor(dayOfUs / dayUs) * dayUs;
  const hour = chance.weigh(hourWeights);
  return midnight + hour * hourUs + chance.below(3600) * secondUs;
}

/** Pause between two turns in seconds: minimum, maximum. */
export const paces: Readonly<Record<DemoChannel, readonly [number, number]>> = {
  voice: [3, 11],
  chat: [12, 55],
  in_app: [15, 70],
  sms: [40, 420],
  social: [120, 1500],
  email: [1500, 16000],
};
