import { formatCount, formatCounted } from "@/lib/format/format";

export const drift = {
  choices: "What the charts show",
  thin: "Where a channel has too few contacts for weekly averages, each contact is a step: up if it is off the contract, down if not.",
  noOther: "; no other channel raises an alarm",
  unlimited:
    "Too few contacts for weekly averages, and the contract sets no limit to check single contacts against.",
  noContact: "No contact since the baseline.",
  sinceBaseline: "since the baseline",
  noClearChange: "no clear change",
} as const;

/** @param unit of the attribute: "of 5" */
export function driftSubtitle(attribute: string, unit: string): string {
  return `${attribute}, ${unit}: weekly average against the channel’s own approved baseline, for the same case types. Dashed lines: what chance alone allows. Shaded: what the contract allows`;
}

/** What raises an alarm. @param change the least, in `unit` @param contacts the least */
export function alarmNeeds(change: number, unit: string, contacts: number): string {
  return `An alarm needs three things: outside the dashed lines, a change of at least ${String(change)} (${unit}), and at least ${String(contacts)} contacts. About 1 alarm in 20 may be false. Only a newly approved contract starts a new baseline; a new prompt does not.`;
}

/** @param alarms channels */
export function channelsWithAlarm(alarms: number): string {
  return `channels with an alarm: ${String(alarms)}`;
}

/** A title. @param attribute "Formality" */
export function noBaseline(attribute: string): string {
  return `${attribute}: no channel has a baseline yet`;
}

/** A title. @param attribute "Formality" */
export function noAlarm(attribute: string): string {
  return `${attribute} raises no alarm on any channel`;
}

/** A title, where a channel has too few contacts. @param attribute "Formality" */
export function noAlarmYet(attribute: string): string {
  return `${attribute}: no alarm, but some channels have too few contacts to tell`;
}

/** A title. @param channels `count` of them: "Chat and Voice" @param attribute "formality" */
export function channelsChanged(channels: string, count: number, attribute: string): string {
  return `${channels} ${count === 1 ? "has" : "have"} changed in ${attribute}`;
}

/** A chart in one sentence. */
export function chartLabel(
  channel: string,
  attribute: string,
  { status, effect }: { readonly status: string; readonly effect: string },
): string {
  return `${channel}, ${attribute}: ${status}. ${effect}`;
}

/** The state of a channel's series. */
export const status = {
  notFollowed: "not followed",
  few: "too few yet",
  noAlarm: "no alarm",
  outside: "outside, no alarm",
  within: "within limits",
} as const;

/** @param day the last one: "12 Oct" */
export function weekTo(day: string): string {
  return `the week to ${day}`;
}

/** @param when "the week to 12 Oct" */
export function outsideSince(when: string): string {
  return `alarm, outside since ${when}`;
}

/** @param weeks of a baseline @param contacts of a baseline */
export function baselineTakes(measured: number, weeks: number, contacts: number): string {
  return `${formatCounted(measured, "contact")} measured: a baseline takes ${String(weeks)} weeks and ${String(contacts)} contacts.`;
}

/** @param contacts the least */
export function neededForVerdict(contacts: number): string {
  return `, ${String(contacts)} needed for a verdict`;
}

/** @param off of `of` contacts @param range " (12–40%)" @param since "since the baseline" */
export function offContract(
  off: number,
  of: number,
  { since: from, range }: { readonly since: string; readonly range: string },
): string {
  return `${formatCount(off)} of ${formatCounted(of, "contact")} off the contract ${from}${range}`;
}

/** @param off of `of` contacts of the baseline */
export function baselineWas(off: number, of: number): string {
  return `baseline ${String(off)} of ${String(of)}`;
}

/** The tables under the charts. */
export const tables = {
  weekly: ["Week from", "Contacts", "Average", "Smoothed", "Limits", "", "Marked"],
  thin: ["Contact", "Started", "Contract", "Sum", "", "Marked before"],
  baseline: "baseline",
  outside: "outside",
  off: "off",
  kept: "kept",
  signal: "signal",
} as const;

/** The tooltips of the charts. */
export const points = {
  off: "outside the contract",
  kept: "as the contract allows",
  firstContact: "contact 1",
} as const;

/** @param day its first: "6 Oct 2026" */
export function weekFrom(day: string): string {
  return `Week from ${day}`;
}

/** @param mean formatted */
export function weekMean(contacts: number, mean: string): string {
  return `${formatCounted(contacts, "contact")}, mean ${mean}`;
}

/** @param week "41 contacts, mean 3.2" */
export function weekOfBaseline(week: string): string {
  return `${week}, baseline`;
}

/** @param limits "3.1 to 3.4" */
export function smoothed(mean: string, limits: string, isOutside: boolean): string {
  return `smoothed ${mean}, ${isOutside ? "outside" : "within"} ${limits}`;
}

/** @param place from 1 @param time when it started */
export function contactAt(place: number, time: string): string {
  return `Contact ${formatCount(place)}, ${time}`;
}

/** @param sum formatted */
export function sumAfter(sum: string, isSignal: boolean): string {
  return `sum ${sum}${isSignal ? ", signal" : ""}`;
}

export function alarmAbove(limit: number): string {
  return `alarm above ${String(limit)}`;
}
