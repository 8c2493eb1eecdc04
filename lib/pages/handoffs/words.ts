import { formatCount, formatCounted } from "@/lib/format/format";
import { channelWords } from "@/lib/format/wording";
import type { ChannelPair } from "./url";

/** Around the panels. */
export const pageWords = {
  title: "Handoffs and promises",
  will: "This page will say what reaches the next agent when a case changes channel or agent, what customers are asked again, and which promises are due, broken or lost on the way.",
  foot: "Evaluators read facts, repetitions and promises from the words. Figures aren’t corrected for their mistakes; Quality shows how often they are wrong.",
} as const;

/** "Chat → Voice", "Within Chat". */
export function pairWords({ from, to }: ChannelPair): string {
  return from === to
    ? `Within ${channelWords[from]}`
    : `${channelWords[from]} → ${channelWords[to]}`;
}

/** Of groups with too few handoffs or facts for a rate. */
export const notRated = "not rated";

/** The first sentences. */
export const ledeWords = {
  none: "No case in this period has a handoff.",
  noneNeeded: "No agent needed earlier information after a handoff.",
  /** @param rate "75%", or a fraction @param range "68–81%" */
  reached: (rate: string, isFraction: boolean, range: string) =>
    `${rate}${isFraction ? "" : " of"} needed facts reached the next agent (${range}).`,
  noneApart: "No common channel pair loses clearly more than the others.",
  clearlyLess: "clearly less",
  less: "less",
  /** @param less one of the two above @param doubt "", or why it is not certain */
  keepsLess: (pair: string, less: string, hits: number, of: number, doubt: string) =>
    `${pair} keeps ${less} than the others: ${formatCount(hits)} of ${formatCount(of)} facts${doubt}.`,
  overdue: (promises: number) =>
    `${formatCounted(promises, "promise")} ${promises === 1 ? "is" : "are"} overdue.`,
} as const;

/** Under the four figures. */
export const figureWords = {
  retention: (of: number, handoffs: number) =>
    `From ${formatCount(of)} of ${formatCounted(handoffs, "handoff")}; the others needed nothing from before`,
  repetition: (unknown: number) => `${formatCounted(unknown, "more handoff")} can’t be judged`,
  kept: (unknown: number, waiting: number) =>
    `${formatCount(unknown)} can’t be checked, ${formatCount(waiting)} not due yet or without a date`,
  lost: (unmentioned: number, last: number) =>
    `${formatCount(unmentioned)} never mentioned again, ${formatCount(last)} with no later contact`,
} as const;

/** The facts by pair of channels. */
export const pairsWords = {
  none: "No handoff in these cases",
  subtitle: (handoffs: number) =>
    `What became of the facts that the next agent needed, in ${formatCounted(handoffs, "handoff")}`,
  /** @param finding the title */
  label: (finding: string) => `Handoffs by channel pair. ${finding}.`,
  all: "All handoffs",
  csv: "CSV",
  note: (least: number) =>
    `A pair with fewer than ${String(least)} handoffs or facts is not rated. What the customer said again unasked counts neither as kept nor as lost.`,
  fates: {
    carried: "carried",
    "asked-again": "asked again",
    "said-again": "said again",
    contradicted: "contradicted",
    lost: "lost",
  },
  others: (pairs: number) => formatCounted(pairs, "other pair"),
  allRow: "All",
  scroll: "Channel pairs",
  columns: {
    pair: "From → to",
    handoffs: "Handoffs",
    share: "Share of facts",
    carried: "Carried",
    askedAgain: "Asked again",
    saidAgain: "Said again",
    lost: "Lost",
    kept: "Kept",
  },
  /** Of the table under the chart. */
  factsKept: "Facts kept",
  sameChannel: "same channel",
  showQuotes: (pair: string) => `${pair}: show what asked again`,
} as const;

/** The two quotes of a handoff. */
export const quotesWords = {
  title: "What “asked again” sounds like",
  none: "Nobody was asked again",
  subtitle: (pair: string, handoffs: number) =>
    `${pair}: ${formatCounted(handoffs, "handoff")} asked again, the latest first`,
  noneOfPair: "Nobody was asked again at this pair’s handoffs.",
  gone: "Its words are no longer here.",
  later: (gap: string) => `${gap} later`,
  position: (at: number, total: number) => `${String(at)} of ${String(total)}`,
  nav: "Quotes",
  previous: "Previous",
  next: "Next",
  customer: "Customer",
} as const;

/** The facts by who hands over, by kind of handoff, and by the receiving release and team. */
export const keptByWords = {
  direction: { by: "who hands over to whom", column: "Direction" },
  kind: { by: "kind of handoff", column: "Kind" },
  release: { by: "receiving agent’s release", column: "Release" },
  team: { by: "receiving team", column: "Team" },
  noRelease: "No release",
  noTeam: "No team",
  unknownAgent: "unknown",
  handoffs: (count: number) => formatCounted(count, "handoff"),
  subtitle: (by: string) => `Needed facts that reached the next agent, by ${by}`,
  /** @param finding the title */
  label: (by: string, finding: string) => `Context kept by ${by}. ${finding}.`,
  columns: {
    handoffs: "Handoffs",
    fates: ["Carried", "Again", "Contradicted", "Lost"],
    kept: "Facts kept",
  },
  /** @param rate "52%" @param range "46–58%" */
  kept: (rate: string, range: string, of: number) => `${rate} (${range}) of ${formatCount(of)}`,
  shown: (most: number, of: number) =>
    `${formatCount(most)} of ${formatCount(of)} shown, the most frequent.`,
  all: (share: string) => `all ${share}`,
  /** @param which one of the two below */
  onlyOne: (by: string, which: string) => `Can’t compare by ${by}: ${which}`,
  noneNamed: (none: string) => `${none.toLowerCase()} is named`,
  allAre: (group: string) => `all are ${group}`,
  tooFew: (by: string) => `Too few handoffs to compare by ${by}`,
  noneApart: (by: string) => `No clear difference by ${by}`,
  /** @param less "clearly less" @param doubt "", or why it is not certain */
  keepsLess: (group: string, less: string, rate: string, others: string, doubt: string) =>
    `${group} keeps ${less} than the others: ${rate}, against ${others}${doubt}`,
} as const;

/** The facts that were lost, by kind. */
export const lostWords = {
  none: "No needed fact was left behind",
  title: (most: number, all: number, kind: string) =>
    `${formatCount(most)} of ${formatCount(all)} facts left behind are ${kind}`,
  /** In the title. */
  plurals: { detail: "details", step: "steps already tried", commitment: "promises" },
  kinds: {
    detail: "Details: numbers, names, amounts",
    step: "Steps already tried",
    commitment: "Promises",
  },
  subtitle: "Facts asked again, said again, contradicted or lost, by kind",
  note: "With what customers said again unasked, which counts neither as kept nor as lost above.",
  columns: { kind: "Kind", lost: "Left behind", of: "Of those needed" },
  of: (count: number) => `of ${formatCount(count)}`,
} as const;

/** What AI passes on. */
export const packetWords = {
  none: "AI made no handoff",
  title: (whole: number, all: number) =>
    `AI passed on the whole conversation at ${formatCount(whole)} of ${formatCounted(all, "handoff")}`,
  subtitle: "What AI passes on to the next agent, and how much of it was used",
  forms: {
    "whole exchange": "Whole conversation",
    summary: "Summary only",
    nothing: "Nothing",
  },
  says: (topic: string) => `Says ${topic}`,
  facts: (hits: number, of: number) => `${formatCount(hits)} of ${formatCount(of)} facts`,
  /** @param rate "52%" @param range "46–58%" */
  factsRated: (rate: string, range: string) => `${rate} of facts, ${range}`,
  columns: {
    what: "What was handed over",
    handoffs: "Handoffs",
    share: "Share",
    used: "Used afterwards",
  },
  note: "Used afterwards: of the needed facts, those that the next agent used without asking.",
} as const;

/** Reads and writes of case notes. */
export const notesWords = {
  none: "No case notes are sent to us",
  title: (read: number, seen: number, written: number) =>
    `Notes were read in ${formatCount(read)} of ${formatCounted(seen, "contact")} and written in ${formatCount(written)}`,
  subtitle: "Case notes in the CRM, by channel",
  columns: {
    channel: "Channel",
    contacts: "Contacts",
    read: "Read",
    written: "Written",
    unseen: "Not visible",
  },
  note: "Not visible: contacts of cases whose notes we do not receive. They are left out of the percentages.",
} as const;

/** Promises by state. */
export const stateWords = {
  none: "No promise was found in these cases",
  noneChecked: (all: number) => `None of ${formatCounted(all, "promise")} can be checked`,
  title: (kept: number, of: number) =>
    `${formatCount(kept)} of ${formatCounted(of, "promise")} that can be checked ${kept === 1 || of === 1 ? "was" : "were"} kept on time`,
  subtitle: (all: number) =>
    `${formatCounted(all, "promise")} made in these cases, by current state`,
  states: {
    kept: "Kept",
    late: "Late",
    broken: "Broken",
    overdue: "Overdue now",
    unknown: "Can’t be checked",
    open: "Not due yet or no date",
  },
  all: "All promises",
  note: "Late and overdue count as not kept; what can’t be checked counts as neither. Kept: a system shows it, we contacted the customer, or the customer or a later agent said so.",
  columns: { state: "State", promises: "Promises" },
} as const;

/** Promises by what the next agent knew. */
export const receptionWords = {
  none: "No promise came up again in a later contact",
  title: (lost: number, heard: number) =>
    `${formatCount(lost)} of ${formatCounted(heard, "promise")} that came up again ${lost === 1 || heard === 1 ? "was" : "were"} unknown to the next agent`,
  subtitle: "Promises by what the next agent knew of them",
  receptions: {
    known: "Known",
    denied: "Next agent denied it",
    ignored: "Ignored",
    "not-mentioned": "Never mentioned again",
    none: "No later contact",
  },
  column: "Next contact",
  note: "Denied and ignored count as lost; what nobody mentioned counts as neither.",
} as const;

/** The list of promises. */
export const promiseListWords = {
  dueTitle: "Promises overdue, due or broken",
  /** @param tab of `tabs` */
  title: (tab: string) => `${tab} promises`,
  tabsLabel: "Promises",
  tabs: { due: "Overdue, due, broken", kept: "Kept", all: "All" },
  order: {
    due: "Overdue first, then due soonest, then broken.",
    kept: "The latest due first.",
    all: "What needs somebody comes first.",
  },
  none: {
    due: "No promise is overdue, due or broken.",
    kept: "No promise is known to be kept.",
    all: "No promise was found.",
  },
  csv: "CSV",
  csvOfAll: "CSV of all promises",
  /** @param counts "3 of 12 against 40 of 60" */
  noDifference: (counts: string) =>
    `Promises that the next agent didn’t know of are kept about as often as others: ${counts}.`,
  lost: (isLess: boolean, counts: string) =>
    `Promises that the next agent didn’t know of are kept ${isLess ? "less" : "more"} often: ${counts}.`,
  against: (lost: string, known: string) => `${lost} against ${known}`,
  of: (hits: number, of: number) => `${formatCount(hits)} of ${formatCount(of)}`,
  notKnownOn: (channel: string) => `not known on ${channel}`,
  ignoredOn: (channel: string) => `ignored on ${channel}`,
  columns: {
    case: "Case and customer",
    promise: "Promise",
    by: "Made by",
    due: "Due",
    state: "State",
    owner: "Owner now",
    lost: "Lost on the way",
  },
  noDate: "no date",
  nobody: "nobody",
  pages: "Pages of promises",
} as const;
