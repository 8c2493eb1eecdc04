import { formatCount, formatCounted } from "@/lib/format/format";

export const page = {
  title: "Persona",
  willList:
    "This page will say on which channel AI agents still speak as approved, where they drifted, and since which version of a prompt.",
  foot: "Charts show everything up to the end of the period; tables and differences cover cases opened in the period.",
} as const;

/** The names of the filters that are always shown, as the shared sentence of filters has them. */
export const filtersShown: readonly string[] = ["Period", "all case types", "all regions"];

export const lede = {
  noChange: "No prompt changed there in the four weeks before.",
  noOther: "No other channel raises an alarm.",
  noAgent: {
    lead: "No AI agent speaks in these cases.",
    rest: "Persona is measured for AI agents only, never for people.",
  },
  noContract: {
    lead: "No channel can be followed yet: no persona contract is approved.",
    rest: "Once one is, a baseline takes 8 weeks and 20 contacts. Below is how each channel speaks now.",
  },
  tooEarly: {
    lead: "It is too early to tell whether a channel has changed.",
    rest: "A baseline takes 8 weeks from the contract’s approval, and 20 contacts.",
  },
  quietElsewhere:
    "No channel with enough contacts has clearly moved away from its approved baseline.",
  few: "Too few contacts here to tell whether a channel has changed.",
  quiet: "No channel has clearly moved away from its approved baseline.",
} as const;

/** @param day "6 Oct 2026" */
export function sinceWeekOf(day: string): string {
  return `since the week of ${day}`;
}

/** A range of formatted values or days. */
export function fromTo(low: string, high: string): string {
  return `${low} to ${high}`;
}

/** @param what prompts, "support-core v8" */
export function sincePrompts(what: string): string {
  return `since ${what}`;
}

/** @param channels "chat and voice" */
export function sameVersionOn(channels: string): string {
  return `The same version runs on ${channels}`;
}

/** @param first the version's first channel @param channel the one that moved */
export function versionReached(first: string, channel: string): string {
  return `That version started on ${first} and reached ${channel} through the shared template`;
}

/** @param how a sentence without its full stop @param channels "chat and voice" */
export function channelsChangedToo(how: string, channels: string): string {
  return `${how}; ${channels} changed too.`;
}

/** @param attributes "Formality and warmth" */
export function changedThereToo(attributes: string): string {
  return `${attributes} changed there too.`;
}

/** @param channels `count` of them: "Chat and voice" */
export function alsoRaiseAlarm(channels: string, count: number): string {
  return `${channels} also ${count === 1 ? "raises" : "raise"} an alarm.`;
}

export function verdictTakes(contacts: number): string {
  return `A verdict takes ${String(contacts)} contacts of a channel after its baseline; a longer period has more.`;
}

/** @param judged channels with contacts enough @param few without @param waiting without a baseline */
export function channelsJudged(judged: number, few: number, waiting: number): string {
  const parts = [
    `${formatCounted(judged, "channel")} judged`,
    few === 0 ? "" : `${formatCount(few)} with too few contacts to tell`,
    waiting === 0 ? "" : `${formatCount(waiting)} without a baseline yet`,
  ];
  return `${parts.filter((part) => part !== "").join(", ")}.`;
}
