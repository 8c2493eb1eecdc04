import { formatCounted } from "@/lib/format/format";

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

/** @param waiting channels without a baseline */
export function channelsFollowed(followed: number, waiting: number): string {
  const channels = formatCounted(followed, "channel");
  return waiting === 0
    ? `${channels} followed.`
    : `${channels} followed, ${formatCounted(waiting, "channel")} without a baseline yet.`;
}
