import { formatCount, formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";

/** Around the panels. */
export const pageWords = {
  title: "Journeys",
  will: "This page will show how cases move between channels: which switches are common, how long they take, and how the cases end.",
} as const;

/** The first sentences. */
export const ledeWords = {
  none: "No case in this period has a contact.",
  moved: { up: "more than", down: "fewer than", none: "no clear change from" },
  /** @param before "the 90 days before" @param rate its "31%" */
  change: (moved: string, before: string, rate: string) => `, ${moved} ${before} (${rate})`,
  /** @param rate "31%", or a fraction @param change "" or what `change` returns */
  switched: (rate: string, isFraction: boolean, change: string) =>
    `${rate}${isFraction ? "" : " of"} cases needed more than one channel${change}.`,
  /** @param send what to send */
  endsUnknown: (send: string) => `These data can’t say how they ended. ${send}`,
  noneWorst: "No channel switch is clearly resolved less often than the others.",
  /** @param move "Chat → Voice" @param doubt "", or why it is not certain */
  worst: (move: string, hits: number, of: number, doubt: string) =>
    `Cases that switched ${move} are resolved least often: ${formatCount(hits)} of ${formatCount(of)} were resolved${doubt}.`,
} as const;

/** From channel to channel. */
export const matrixWords = {
  scroll: "From channel to channel",
  startedBy: "Started by",
  starters: { all: "Anyone", customer: "The customer", agent: "An agent" },
  /** After the number of contacts. */
  started: {
    all: "",
    customer: ", started by the customer",
    agent: ", started by an agent",
  },
  corner: "From ↓ to →",
  inAll: (count: string) => `${count} in all`,
  again: (channel: string) => `${channel} again`,
  none: "No case has a second contact",
  noneSwitched: "Nobody switched channel: all further contacts were on the same one",
  /** @param move "Chat → Voice" */
  most: (move: string) => `${move} is the most common channel switch`,
  mostNotJudged: "none of those cases is old enough to judge",
  /** @param rate "48%", or a fraction */
  mostResolved: (rate: string, isOne: boolean) =>
    `${rate} of those cases ${isOne ? "was" : "were"} resolved`,
  subtitle: (further: number, started: string) =>
    `${formatCounted(further, "follow-up contact")}${started}, by the channel before and after; each row adds up to 100%`,
  /** @param finding the title */
  label: (finding: string) => `From each channel to the channel of the next contact. ${finding}.`,
  times: (move: string, count: number, cases: number) =>
    `${move}: ${formatCounted(count, "time")} in ${formatCounted(cases, "case")}`,
  halfWithin: (time: string) => `half within ${time}`,
  after: (time: string) => `after ${time}`,
  notJudged: "none old enough to judge",
  resolved: (rate: string) => `${rate} resolved`,
  askedAgain: (rate: string) => `${rate} asked again`,
  askedUnknown: "not known whether asked again",
  note: (areEndsKnown: boolean) =>
    `Each cell opens its cases. The time is how soon half of the customers were in touch again. ${areEndsKnown ? "Resolved means with evidence. " : ""}Cases that can’t be judged are left out.`,
  starterUnknown: "Contacts of which nobody says who started them are left out.",
  columns: {
    move: "From → to",
    times: "Times",
    cases: "Cases",
    halfWithin: "Half within",
    resolved: "Resolved",
    askedAgain: "Asked again",
  },
} as const;

/** From contact to contact. */
export const flowWords = {
  scroll: "Contact by contact",
  points: {
    other: "Other",
    later: "Any channel",
    resolved: "Resolved",
    "not resolved": "No evidence",
    waiting: "In progress",
    unjudged: "Can’t be judged",
  },
  contact: (number: string) => `Contact ${number}`,
  then: "then",
  none: "No case has a contact",
  /** @param share "62%", or a fraction */
  once: (share: string) => `${share} of cases took one contact`,
  onceResolved: (resolved: number, once: number) =>
    `${formatCount(resolved)} of those ${formatCount(once)} ${once === 1 || resolved === 1 ? "was" : "were"} resolved with evidence`,
  subtitle: (cases: number, isEndKnown: boolean) =>
    `${formatCounted(cases, "case")} by the channel of each contact${isEndKnown ? ", and how they ended" : ""}`,
  /** @param finding the title */
  label: (finding: string) => `Cases from contact to contact. ${finding}.`,
  cases: (count: number) => formatCounted(count, "case"),
  ends: "Each case ends after its last contact. No evidence: ended, but not resolved with evidence; likely resolved cases are among them. In progress: open, or ended too recently to judge. Can’t be judged: the outcome is unknown, or the case was merged into another.",
  grouped: "Channels of fewer than 2% of cases at a step are grouped as Other.",
  without: (count: number) =>
    `${formatCounted(count, "case")} without a contact ${count === 1 ? "is" : "are"} left out.`,
  columns: {
    contact: "Contact",
    on: "On",
    then: "Then",
    cases: "Cases",
    share: "Share of all",
  },
} as const;

/** The most common paths. */
export const variantWords = {
  title: "The most common paths",
  subtitle: "Cases by the channels they used, in order; repeats in a row count once",
  scroll: "Paths",
  apart: { above: ", above the others", below: ", below the others", none: "" },
  /** @param shown what the three below return */
  note: (shown: string, cases: number) =>
    `${shown} in ${formatCounted(cases, "case")} with a contact.`,
  mostCommon: (shown: number, paths: number) =>
    `The ${formatCount(shown)} most common of ${formatCount(paths)} paths`,
  only: "The only path",
  all: (paths: number) => `All ${formatCount(paths)} paths`,
  timeNote: "Time to resolution: half of the cases resolved with evidence took no longer.",
  columns: {
    path: "Path",
    cases: "Cases",
    share: "Share",
    contacts: "Contacts per case",
    resolved: "Resolved",
    time: "Time to resolution",
  },
  /** Of the file, where they are not the table's. */
  csvColumns: { range: "Range", time: "Time" },
} as const;

/** Contacts per case, like for like. */
export const adjustedWords = {
  none: "No case here has a first channel",
  sides: { above: "more", below: "fewer" },
  /**
   * @param places "in chat" @param amount of `sides` @param beside "" or what `beside` returns
   * @param doubt "", or why it is not certain
   */
  apart: (places: readonly string[], amount: string, beside: string, doubt: string) =>
    `Cases that start ${joinedByAnd(places)} take ${amount} contacts than is usual for their case types${beside}${doubt}`,
  /** @param own contacts per case, "2.00" @param usual of its case types, "1.68" */
  beside: (own: string, usual: string) => `: ${own} each against ${usual}`,
  noneApart: "No first channel takes clearly more contacts than is usual for its case types",
  subtitle: "Contacts per case by first channel: ○ as counted, ● for the usual case types",
  counted: (contacts: string) => `counted ${contacts}`,
  cases: (count: number) => formatCounted(count, "case"),
  few: ", few",
  all: (contacts: string) => `all cases ${contacts}`,
  columns: [
    "First channel",
    "Cases",
    "As counted",
    "Usual for its case types",
    "Like for like",
    "Times the usual",
  ],
  note: "Compare each channel with all cases, not with another channel: they get different kinds of case.",
} as const;

/** Cases along time. */
export const dottedWords = {
  time: "Time",
  order: "Order",
  marks: "Marks",
  orders: { opened: "Newest", duration: "Longest", outcome: "Worst outcome" },
  /** In a sentence. */
  ordered: {
    opened: "newest first",
    duration: "longest first",
    outcome: "worst outcome first",
  },
  scales: { absolute: "By date", relative: "From first contact" },
  none: "No case shown has a second contact",
  /** @param half "2 d 4 h" */
  title: (several: number, shown: number, half: string) =>
    `${formatCount(several)} of the ${formatCounted(shown, "case")} shown took more than one contact; half of those lasted ${half} or longer`,
  /** @param ordered of `ordered` */
  subtitle: (shown: number, all: number, ordered: string) =>
    `One row per case, one mark per contact; ${formatCount(shown)} of ${formatCounted(all, "case")}, ${ordered}`,
  /** @param finding the title */
  label: (finding: string) => `Contacts of cases along time. ${finding}.`,
  columns: {
    case: "Case",
    contacts: "Contacts",
    length: "First to last contact",
    outcome: "Outcome",
  },
} as const;

/** The days to list cases of. */
export const periodWords = {
  about: "Drag across the chart, or pick the days, to list the cases opened then:",
  from: "From",
  to: "To, inclusive",
  list: "List cases",
} as const;
