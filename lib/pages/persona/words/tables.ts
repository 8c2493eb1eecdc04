import { formatCount, formatCounted } from "@/lib/format/format";

export const levels = {
  region: "How each channel speaks: table",
  columns: { measure: "Measure", approved: "Approved" },
  off: "off the contract",
  kept: "Spoken as approved, contacts",
  subtitle: "Average over the AI agents’ contacts of the period; human agents are never measured",
  noTerms: "No contract is in force, so there is nothing to compare with.",
  titleNoTerms: "How each channel speaks; no contract is approved to compare it with",
  titleKept: "Every channel keeps to the contract, as far as the data can tell",
  notAsked: "not asked",
  notMeasured: "not measured",
} as const;

/** A column of the table's file. */
export function rangeColumn(channel: string): string {
  return `${channel}, range`;
}

/** @param score from 0 to 1 */
export function levelsNote(score: number): string {
  return `✕: clearly outside what the contract allows. Spoken as approved: contacts scored ${String(score)} or more for keeping the persona.`;
}

export function measuresOn(count: number, channel: string): string {
  return `${formatCounted(count, "measure")} on ${channel}`;
}

/** @param measures "2 measures on Chat and 1 measure on Voice" */
export function offTheContract(measures: string): string {
  return `Off the contract: ${measures}`;
}

/** @param count values, too few for a range */
export function fewValues(count: number): string {
  return `n = ${formatCount(count)}`;
}

/** @param range "52–61%" */
export function rangeOf(range: string, of: number): string {
  return `${range} of ${formatCount(of)}`;
}

export const contract = {
  region: "The contract by channel: table",
  columns: ["Channel", "Only for this channel", "Prompts it runs", "Deviations"],
  noVersion: "No version was ever approved.",
  noDeviation: "none found",
  titleNone: "No contract is in force",
  subtitleDraft: "A draft is not applied until it is approved under Settings",
  kept: "no channel clearly departs from it",
  noAllowance: "none",
  noPrompt: "none seen in 28 days",
} as const;

/** @param versions "v2: Ann, 3 Oct 2026; v1: Ann, 1 Sep 2026" */
export function approvedVersions(versions: string): string {
  return `Approved versions: ${versions}.`;
}

/** @param kept how the sentence goes on: whether channels keep to it */
export function contractApplies(version: number, kept: string): string {
  return `Contract v${String(version)} applies to every channel; ${kept}`;
}

/** @param channels `count` of them */
export function departFromIt(channels: string, count: number): string {
  return `${channels} ${count === 1 ? "departs" : "depart"} from it`;
}

export function approvedBy(name: string, day: string): string {
  return `Approved by ${name} on ${day}; a channel’s own terms come first`;
}

export function approvedVersion(version: number, name: string, day: string): string {
  return `v${String(version)}: ${name}, ${day}`;
}

/** @param prompt "support-core v8" */
export function promptSince(prompt: string, day: string): string {
  return `${prompt} since ${day}`;
}

/** @param attributes "formality and warmth" */
export function offIn(attributes: string): string {
  return `off in ${attributes}`;
}

/** @param prompt "support-core v8" */
export function notApproved(prompt: string): string {
  return `${prompt} is not approved`;
}

/** When an AI agent passes on. */
export const escalation = {
  none: "Escalation: no rule.",
  request: "the customer asks for a person",
  anger: "the customer is angry",
} as const;

export function sameAnswers(count: number): string {
  return `it has given the same answer ${String(count)} times`;
}

export function manyAnswers(count: number): string {
  return `it has answered ${String(count)} times`;
}

/** @param topics "refunds, outages" */
export function isAbout(topics: string): string {
  return `it is about ${topics}`;
}

/** @param when "the customer is angry; it is about refunds" @param answers that it may still give */
export function escalationRule(when: string, answers: number): string {
  return `Escalation, on every channel: to a person when ${when}; within ${formatCounted(answers, "answer")}.`;
}

export const gaps = {
  far: "Contacts furthest apart",
  none: "no difference",
  columns: ["Channels", "Difference", "Range", "Case types", "Contacts", "In the contract"],
  asksSame: "the contract asks the same of both",
  notAsked: "not asked",
  noType: "no case type",
} as const;

/** @param unit of the attribute: "of 5" */
export function gapsSubtitle(attribute: string, unit: string): string {
  return `${attribute}, ${unit}: the first channel minus the second, on case types that both handle, largest unexpected gap first`;
}

export function pair(one: string, other: string): string {
  return `${one} and ${other}`;
}

export function gapContacts(count: number): string {
  return formatCounted(count, "contact");
}

/** @param attribute "formality" */
export function noneApart(attribute: string): string {
  return `No two channels are clearly apart in ${attribute}`;
}

/** @param channels "Chat and Voice" @param gap formatted @param attribute "formality" */
export function pairApart(channels: string, gap: string, attribute: string): string {
  return `${channels} are ${gap} apart in ${attribute}`;
}

/** @param gap formatted */
export function contractAllows(gap: string): string {
  return `the contract allows for ${gap}`;
}

export const lineage = {
  subtitle: "Prompt templates and their versions by channel, from first contact to last",
  columns: ["Version", "Channel", "First contact", "Last contact", "Contacts"],
  noPrompt:
    "No contact says which prompt it ran: exporters send it as gen_ai.prompt.name and version.",
  sharedLine: "A version used on several channels is drawn as one line across them.",
  titleNone: "No prompt is named",
  titleNotShared: "No prompt version runs on two channels",
  noTemplate: "Template not named",
} as const;

/** @param prompt "Prompt v3" @param channels `count` of them @param day "3 Oct" */
export function hasRunOn(
  prompt: string,
  { names, count }: { readonly names: string; readonly count: number },
  day: string,
): string {
  return `${prompt} has run on ${names} since ${day}: one edit, ${formatCounted(count, "channel")}`;
}

/** @param before a version @param after a version */
export function metBoth(cases: number, before: string, after: string): string {
  return `${formatCounted(cases, "case")} met both ${before} and ${after}`;
}

/** @param channel "Chat" @param day "3 Oct" */
export function channelSince(channel: string, day: string): string {
  return `${channel} since ${day}`;
}

/** @param prompt "support-core v8" @param days "3 Oct to 9 Oct" */
export function promptUse(
  prompt: string,
  { channel, contacts }: { readonly channel: string; readonly contacts: number },
  days: string,
): string {
  return `${prompt} on ${channel}: ${formatCounted(contacts, "contact")}, ${days}`;
}
