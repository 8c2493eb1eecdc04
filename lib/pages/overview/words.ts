import { formatCount, formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";

/** Around the panels. */
export const pageWords = {
  title: "Overview",
  will: "This page will say whether cases are really resolved, whether that moved and by how much, where the most is lost, and on which release.",
  report: "Report",
} as const;

/** The first sentences. */
export const ledeWords = {
  tooEarly: "No case in this period is old enough to judge yet.",
  moved: { up: "better than", down: "worse than", none: "no clear change from" },
  /** @param share "69% of cases were" @param change "" or what `change` returns */
  resolved: (share: string, change: string) => `${share} resolved with evidence${change}.`,
  /** @param rate "69%" */
  share: (rate: string) => `${rate} of cases were`,
  count: (hits: number, of: number) =>
    `${formatCount(hits)} of ${formatCounted(of, "case")} ${wasWere(hits)}`,
  /** @param before "the 90 days before" @param rate its "69%" */
  change: (moved: string, before: string, rate: string) => `, ${moved} ${before} (${rate})`,
  /** @param share "", or "12%" */
  likely: (count: number, share: string) =>
    `${formatCount(count)} more${share === "" ? "" : ` (${share})`} ${count === 1 ? "looks" : "look"} resolved by ${count === 1 ? "its" : "their"} last contact alone, without evidence.`,
  /** @param ends "Only 3 of 812 cases show how they ended" */
  endsUnknown: (ends: string) => `${ends}, so these data can’t say how many were resolved.`,
  returned: (rate: string) => `came back about the same issue after ${rate} of cases`,
  askedAgain: (rate: string) => `were asked again in ${rate} of the cases that went on`,
  uncontained: (rate: string) =>
    `were back within 72 hours after ${rate} of the contacts that AI handled alone`,
  /** @param said what the three above return */
  customers: (said: readonly string[]) => `They do show that customers ${joinedByAnd(said)}.`,
} as const;

/** The weekly line of a figure. */
export const weekWords = {
  noneJudged: "no case can be judged",
  judged: (figure: string, of: number) => `${figure}, ${formatCounted(of, "case")}`,
  early: (count: number) => `, ${formatCount(count)} more not old enough to judge`,
  /** @param figure "64%, 14 of 22 cases" @param dates "2 Nov – 8 Nov 2026" */
  inWeek: (figure: string, dates: string) => `${figure} in ${dates}`,
  hollow: (weeks: number) => ` ${formatCounted(weeks, "week")} cannot be judged as a whole yet.`,
  /** @param early "" or what `hollow` returns */
  label: (metric: string, lowest: string, highest: string, early: string) =>
    `${metric} by week of opening: lowest ${lowest}; highest ${highest}.${early}`,
  table: (metric: string) => `${metric} by week`,
  columns: (metric: string) => ["Opened", metric, "Cases", "Too early to judge", "Marked"],
} as const;

/** Outcomes by strength of evidence. */
export const ladderWords = {
  tooEarly: "No case in this period is old enough to judge",
  title: (hits: number, of: number) =>
    `${formatCount(hits)} of ${formatCounted(of, "case")} old enough to judge ${wasWere(hits)} resolved with evidence`,
  subtitle: "Cases opened in the period, by outcome; the strongest evidence decides",
  columns: { outcome: "Outcome", cases: "Cases", share: "Share", before: "Before" },
  likely: "How sure is “likely”?",
  /** @param rate "69%" */
  before: (period: string, hits: number, of: number, rate: string) =>
    `${period}: ${formatCount(hits)} of ${formatCount(of)} resolved, ${rate}`,
  leftOut: "Not counted above:",
  noneLeftOut: "No case is left out.",
  /** After a count. */
  outside: {
    in_progress: "too early to judge",
    passed_on: "passed on",
    unknown: "without the customer’s words",
    duplicate: "merged into others",
  },
} as const;

/** What looked fine, by how it ended. */
export const lookedFineWords = {
  none: "No case has a score or a rating yet",
  allFine: "Every case that looked fine was resolved or likely to be",
  finding: (count: number) =>
    `${formatCounted(count, "case")} looked fine but ${wasWere(count)} not resolved`,
  subtitle: "What the last contact or the customer’s rating said, by how the case ended",
  columns: {
    sign: "What looked fine",
    resolved: "Resolved",
    likely: "Likely",
    neither: "Neither",
    cases: "Cases",
  },
  all: (count: number) => `All ${formatCounted(count, "case")}`,
  noneRated: "No customer rated these cases.",
  /** @param rate "12%" */
  rated: (rate: string) =>
    `Customers rated ${rate} of the cases that ended; those who didn’t may feel differently.`,
} as const;

/** What would show how cases end, and how to send it. */
export const evidenceWords = {
  title: "What would show how cases end",
  links: { ingest: "Ingest", health: "Data health" },
  closed: "Closed by an event or a ticket",
  howClosed:
    "Set case.event to closed on any span, or add your CRM’s tickets (case_id, closed, closure code) on Ingest.",
  rated: "Rated by the customer",
  howRated: "Set csat.score, 1 to 5, on any span, or add a rating column to the tickets.",
  shown: "Shown in the conversation or by a tool’s result",
  howShown: "Found in the traces themselves: send what customers say last, and what tools answer.",
  cases: (count: string) => `${count} ${count === "1" ? "case" : "cases"}`,
  likely: (count: number) =>
    `Without these we can only judge by the last contact: ${formatCount(count)} ${count === 1 ? "case looks" : "cases look"} resolved. Treat that as a hint, not a rate.`,
} as const;

/** Resolution, or returns, by first channel. */
export const firstChannelWords = {
  group: "First channel",
  /** In a sentence. */
  noun: "first channel",
  resolved: "Resolved",
  resolvedSubtitle: "Cases resolved with evidence, by the channel they start on",
  returned: "Came back",
  returnedSubtitle:
    "Cases whose customer came back about the same issue, by the channel they start on",
  noneApart: "No clear difference between first channels in how often customers come back",
  /** @param starts "that start in chat" @param doubt "", or why it is not certain */
  returnMore: (starts: readonly string[], doubt: string) =>
    `Customers come back more often after cases ${joinedByAnd(starts)}${doubt}`,
  noContact: "without a contact",
  /** @param place "in chat" */
  start: (place: string) => `that start ${place}`,
  few: (names: readonly string[]) =>
    `${joinedByAnd(names)} ${names.length === 1 ? "has" : "have"} few cases: rely on the range rather than the dot.`,
} as const;

/** Where customers came back after contacts that AI handled alone. */
export const containmentWords = {
  none: "No contact that AI handled alone is old enough to judge",
  /** @param rate "12%" */
  title: (failed: number, contained: number, rate: string) =>
    `After ${formatCount(failed)} of ${formatCounted(contained, "contained contact")} (${rate}) the customer was back within 72 hours`,
  /** @param isMost whether it is more than half @param where "on phone" */
  most: (isMost: boolean, where: string) => `, ${isMost ? "mostly" : "most often"} ${where}`,
  inAnotherCase: "in another case",
  /** @param channel in a sentence */
  onChannel: (channel: string) => `on ${channel}`,
  anotherCase: "In another case",
  subtitle: "Contacts that AI handled alone, by where the customer came back about the same issue",
  columns: { back: "Came back on", contacts: "Contacts", share: "Share of contained" },
  all: (contained: number) => `All ${formatCount(contained)} contained`,
  held: (reported: string, net: string) => `${reported} look contained, ${net} stayed contained.`,
  oneChannel: (own: string, one: string) =>
    `Counted channel by channel, ${own} of first contacts settle the matter; counted by case, ${one} are resolved in one contact.`,
  tooRecent: (waiting: number) =>
    `${formatCounted(waiting, "contained contact is", "contained contacts are")} too recent to count.`,
} as const;

/** The cases with the most contacts. */
export const costWords = {
  none: (isEndKnown: boolean) =>
    `No ${isEndKnown ? "unresolved " : ""}case took more contacts than usual for its type`,
  /** @param beyond contacts above the usual */
  title: (cases: number, isEndKnown: boolean, beyond: string) =>
    `${formatCounted(cases, isEndKnown ? "unresolved case" : "case")} took ${beyond} contacts more than usual for their type`,
  subtitle: "The cases with the most contacts above the usual for their type",
  columns: {
    case: "Case",
    type: "Type",
    journey: "Journey",
    contacts: "Contacts",
    usual: "Usual",
    wrong: "What went wrong",
    outcome: "Outcome",
  },
  all: (count: number) => `All ${formatCounted(count, "case")} not resolved with evidence`,
  perResolution: "What a resolution costs",
  /** The metric's name, which its page is searched for. */
  metric: "Cost per resolution",
  askedAgain: (times: number) =>
    `asked again ${times === 1 ? "once" : `${formatCount(times)} times`}`,
  channels: (count: number) => `used ${formatCount(count)} channels`,
  ends: {
    reopened: "customer came back",
    unresolved: "never closed",
    closed_unproven: "closed without proof",
    fell_quiet: "fell quiet, outcome not known",
    closed_likely: "looks resolved, no evidence",
  },
} as const;

/** The parts of the change of case resolution. */
export const changeWords = {
  open: "What changed…",
  nothing: "Nothing moved",
  most: "contributes most to the change",
  mostUnclear: "contributes most to a change that may be chance",
  /** @param kind "Outage in chat" @param by how it changed @param part one of the two above */
  title: (kind: string, by: string, part: string) => `${kind}, ${by}, ${part}`,
  /** @param points "−5.0 points (−13 to +3)" @param before "the 90 days before" */
  subtitle: (points: string, before: string) =>
    `Where the ${points} in case resolution come from, against ${before}, by case type, first channel and release`,
  lessOften: "resolved less often",
  moreOften: "resolved more often",
  fewer: "fewer than before",
  more: "more than before",
  basis: { rate: "resolution", mix: "share", both: "both" },
  rest: (parts: number) => `Everything else, ${formatCounted(parts, "part")}`,
  /** @param points "−1.2" */
  mostUnder: (release: string, points: string) => `most under ${release}: ${points}`,
  note: "Resolution: the same kind of case was resolved more or less often. Share: there was more or less of it. The parts add up to the change.",
  noteUnclear:
    "The change may be chance: take this as where to look, not as proof. The parts add up to it.",
  /** @param largest "v2 −1.2" of each */
  byRelease: (largest: readonly string[], points: string) =>
    `Of the ${points} points that come from resolving the same kinds of case more or less often, by release: ${largest.join(", ")}.`,
  columns: [
    "Kind of case, release",
    "Cases",
    "Resolved",
    "Cases before",
    "Resolved before",
    "Resolution",
    "Share",
  ],
  otherKinds: (count: number) => `${formatCounted(count, "other kind")} of case`,
  otherReleases: (count: number) => formatCounted(count, "other release"),
  noRelease: "no release named",
} as const;

function wasWere(count: number): string {
  return count === 1 ? "was" : "were";
}
