import type { DisclosureRule, MeaningName } from "@/lib/domain/disclosures/rule";
import type { ChannelNotice } from "@/lib/domain/disclosures/channel-notice";
import type { StatedFacts, WorkspaceRule } from "@/lib/domain/disclosures/rule-settings";
import { sentenceCase } from "@/lib/domain/sentence-case";
import { formatCounted, formatInstant } from "@/lib/format/format";
import { joinedByAnd, joinedByOr } from "@/lib/format/join-words";
import { channelWords } from "@/lib/format/wording";
import { conditionClause, eventWords } from "./term-words";

const speakerWords: Readonly<Record<DisclosureRule["speakers"][number], string>> = {
  ai: "an AI agent",
  human: "a human agent",
  agent: "an agent",
  system: "an announcement",
};

/** What the readers of meanings look for. */
export const meaningWords: Readonly<Record<MeaningName, string>> = {
  "speaker-is-ai": "says that the speaker is an AI, a bot or automated",
  "call-is-recorded": "says that the call is recorded or monitored",
};

/** When a rule is due: "In each contact in which an AI agent spoke." */
export function triggerSentence({ trigger: { conditions, event } }: DisclosureRule): string {
  const clauses = [
    ...conditions.map(conditionClause),
    ...(event === null ? [] : [eventWords[event].clause]),
  ];
  return clauses.length === 0
    ? "In every contact."
    : `In each contact in which ${joinedByAnd(clauses)}.`;
}

/** Where the words have to be: "In the agents’ first 3 turns." */
export function windowSentence({ position }: DisclosureRule): string {
  const { withinAgentTurns: turns, withinSeconds: seconds, beforeEvent, afterEvent } = position;
  const parts = [
    ...(turns === null
      ? []
      : [
          turns === 1 ? "in the agents’ first turn" : `in the agents’ first ${String(turns)} turns`,
        ]),
    ...(seconds === null ? [] : [`in the first ${formatCounted(seconds, "second")}`]),
    ...(afterEvent === null ? [] : [`after ${eventWords[afterEvent].noun}`]),
  ];
  if (beforeEvent !== null) {
    parts.push(`${parts.length === 0 ? "" : "and "}before ${eventWords[beforeEvent].noun}`);
  }
  const place = parts.length === 0 ? "anywhere in the contact" : parts.join(" ");
  return `${sentenceCase(place)}.`;
}

/** By when something has to be done: "Within 10 business days of the complaint."; null: no deadline. */
export function deadlineSentence({ deadline }: DisclosureRule): string | null {
  if (deadline === null) return null;
  const { businessDays, days, from } = deadline;
  const parts = [
    ...(businessDays === null ? [] : [formatCounted(businessDays, "business day")]),
    ...(days === null ? [] : [formatCounted(days, "day")]),
  ];
  return `Within ${joinedByAnd(parts)} of ${eventWords[from].noun}.`;
}

/** The name of a language: "English". */
export function languageName(code: string): string {
  return languages.of(code) ?? code;
}

const languages = new Intl.DisplayNames("en", { type: "language" });

/** Whose words count: "an AI agent or an announcement". */
export function speakersWords({ speakers }: DisclosureRule): string {
  return joinedByOr(speakers.map((each) => speakerWords[each]));
}

/** "Voice, Chat", or "every channel". */
export function channelsWords({ channels }: DisclosureRule): string {
  return channels.length >= 6
    ? "every channel"
    : channels.map((each) => channelWords[each]).join(", ");
}

const placesShown = 3;

/** "EU, GB", "US-CA, US-CT and 13 others", or "everywhere". */
export function placesWords({ jurisdictions }: DisclosureRule): string {
  if (jurisdictions.includes("*")) return "everywhere";
  const others = jurisdictions.length - placesShown + 1;
  return jurisdictions.length <= placesShown
    ? jurisdictions.join(", ")
    : `${jurisdictions.slice(0, placesShown - 1).join(", ")} and ${String(others)} others`;
}

/** "from 2 Aug 2026", "until 1 Jan 2027", or "always". */
export function datesWords({ effectiveFrom, effectiveTo }: DisclosureRule): string {
  const parts = [
    ...(effectiveFrom === null ? [] : [`from ${dayWords(effectiveFrom)}`]),
    ...(effectiveTo === null ? [] : [`until ${dayWords(effectiveTo)}`]),
  ];
  return parts.length === 0 ? "always" : parts.join(" ");
}

function dayWords(day: string): string {
  return formatInstant(Date.parse(day) * 1000, "day", "UTC");
}

/** What becomes of a contact whose region is not known; "" where the rule holds everywhere. */
export function unknownRegionWords({ jurisdictions, ifRegionUnknown }: DisclosureRule): string {
  if (jurisdictions.includes("*")) return "";
  return ifRegionUnknown === "applies" ? "it applies" : "not evaluable";
}

const mediumWords: Readonly<Record<ChannelNotice["medium"], string>> = {
  ivr: "an announcement",
  banner: "a banner",
  footer: "a footer",
  other: "a notice",
};

/** What is stated of a workspace: "Voice: an announcement gives call-is-recorded from 1 Jan 2026: “…” (Ann)." */
export function statedSentences({
  notices = [],
  facts = {},
  regions = {},
}: StatedFacts): readonly string[] {
  return [
    ...notices.map(({ channel, medium, gives, from, to, text, statedBy }) => {
      const dates = `from ${dayWords(from)}${to === null ? "" : ` until ${dayWords(to)}`}`;
      return `${channelWords[channel]}: ${mediumWords[medium]} gives ${gives} ${dates}: “${text}” Stated by ${statedBy}.`;
    }),
    ...Object.entries(facts).map(([name, isSo]) => `${name}: ${isSo ? "yes" : "no"}.`),
    ...Object.entries(regions).map(([spelling, place]) => `The region “${spelling}” is ${place}.`),
  ];
}

/** Where the rule comes from. */
export function originWords({
  published,
  shipped,
}: Pick<WorkspaceRule, "published" | "shipped">): string {
  if (published === null) return "as shipped";
  return shipped === null ? "written here" : "edited here";
}
