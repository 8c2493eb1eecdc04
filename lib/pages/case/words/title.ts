import type { Outcome } from "@/lib/domain/case/outcome";
import { formatCount, formatCounted } from "@/lib/format/format";

/** How a case went on after the contacts it took: "3 contacts on 2 channels". */
export const endings: Readonly<Record<Outcome, (contacts: string) => string>> = {
  duplicate: (contacts) => `merged into another case after ${contacts}`,
  unknown: () => "ended; nobody recorded how",
  reopened: (contacts) => `came back: ${contacts} so far`,
  in_progress: (contacts) => `still open after ${contacts}`,
  passed_on: (contacts) => `passed on after ${contacts}; outcome not known`,
  resolved_verified: (contacts) => `resolved in ${contacts}, with proof`,
  resolved_confirmed: (contacts) => `resolved in ${contacts}, the customer says`,
  closed_likely: (contacts) => `ended after ${contacts}, probably resolved`,
  closed_unproven: (contacts) => `closed after ${contacts} without proof`,
  fell_quiet: (contacts) => `fell quiet after ${contacts}; outcome not known`,
  unresolved: (contacts) => `never closed after ${contacts}`,
};

/** What contradicts a good rating: "Rated 5 of 5 on Chat, yet never closed after 3 contacts". */
export const contradictions: Readonly<Partial<Record<Outcome, (contacts: string) => string>>> = {
  unresolved: (contacts) => `never closed after ${contacts}`,
  fell_quiet: (contacts) => `fell quiet after ${contacts}, outcome not known`,
  reopened: (contacts) => `it came back: ${contacts} so far`,
  in_progress: (contacts) => `still open after ${contacts}`,
  closed_unproven: (contacts) => `closed without proof after ${contacts}`,
};

const ordinals = ["", "", "second", "third", "fourth", "fifth"];
const times = ["", "", "twice", "three times", "four times", "five times"];

const ordinal = (count: number) => ordinals[count] ?? `${formatCount(count)}th`;

/** The title of a case. */
export const title = {
  merged: (caseId: string) => `Merged into ${caseId} as a duplicate`,
  subjectUnknown: "Case",
  subjectInferred: (intent: string) => `Probably ${intent}:`,
  contacts: (contacts: number, channels: number) =>
    `${formatCounted(contacts, "contact")}${channels > 1 ? ` on ${formatCounted(channels, "channel")}` : ""}`,
  tooEarly: (contacts: string) => `closed after ${contacts}; too early to say whether that holds`,
  rated: (rating: number, channel: string | null, contradiction: string) =>
    `Rated ${formatCount(rating)} of 5${channel === null ? "" : ` on ${channel}`}, yet ${contradiction}`,
  handoff: (because: string, from: string, to: string, alike: number) =>
    `${because} (${from} → ${to}${alike === 1 ? "" : `, one of ${formatCounted(alike, "such handoff")}`}).`,
  repeatedDetail: (detail: string, count: number, channels: string) =>
    `The customer gave ${detail} and was asked for it again ${times[count] ?? `${formatCount(count)} times`} (${channels}).`,
  moreChannels: (hidden: number) => ` → … ${formatCount(hidden)} more`,
} as const;

/** The title of a case whose issue had been raised before. */
export const raised = {
  before: "before",
  nthTime: (count: number) => `for the ${ordinal(count)} time`,
  inEarlierCases: (count: number) =>
    count === 1 ? "in an earlier case" : `in ${formatCounted(count, "earlier case")}`,
  afterResolutions: (count: number) =>
    count === 0 ? "" : `, after ${formatCounted(count, "resolution")}`,
  atContact: (contact: number, channel: string, often: string, after: string, ending: string) =>
    `The ${ordinal(contact)} contact (${channel}) was about an issue raised ${often}${after}; the case ${ending}`,
  fromStart: (subject: string, often: string, after: string, ending: string) =>
    `${subject}: raised ${often}${after}; this time ${ending}`,
} as const;

/** How the customer came back. */
export const comeback = {
  stayedWithAi: (channels: string) => `stayed with AI on ${channels}`,
  closed: "was closed",
  onChannel: (channel: string) => ` on ${channel}`,
  afterGap: (gap: string) => ` after ${gap}`,
  meanwhile: ", before its own last contact",
  cameBack: (where: string, gap: string, isNewCase: boolean, caseId: string, meanwhile: string) =>
    `came back${where}${gap}, ${isNewCase ? "as" : "in"} ${caseId}${meanwhile}`,
} as const;

/** What the tracks of the timeline show. */
export const tracks = {
  slaMissed: (late: string) => `SLA missed: ${late}.`,
  promptChanged: (versions: string, formalChannels: string) =>
    `Prompt changed within the case: ${versions}${formalChannels === "" ? "" : `; ${formalChannels} became formal`}.`,
  rules: (count: number, names: string) => `${count === 1 ? "rule" : "rules"} ${names}`,
  notFound: (what: string, channel: string, rules: string) =>
    `${what}: not found on ${channel} by ${rules}, not reviewed.`,
  saidElsewhere: (what: string, given: string, channel: string, rules: string) =>
    `${what}: said on ${given}, not found on ${channel} by ${rules}, not reviewed.`,
  answeredByAi: (from: string, to: string, gap: string) =>
    `AI alone answered on ${from}; the next contact was on ${to}, ${gap} later.`,
} as const;
