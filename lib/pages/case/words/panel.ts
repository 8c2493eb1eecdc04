import { formatCount, formatCounted } from "@/lib/format/format";

const receptions = {
  known: "the agent knew of it",
  denied: "the agent knew nothing of it",
  ignored: "the customer spoke of it, and the agent did not take it up",
  "not-mentioned": "nobody mentioned it",
} as const;

/** The detail panel of a promise. */
export const promisePanel = {
  receptions,
  noDate: "no date named",
  dueWords: (quoted: string) => ` (“${quoted}”)`,
  regranted: (because: string) =>
    `The next agent didn’t know about it and promised it again. ${because}`,
  promised: "Promised",
  promisedBy: (instant: string, agent: string) => `${instant}, by ${agent}`,
  due: "Due",
  ended: "Ended",
  endedAfter: (state: string, duration: string) => `${state}, ${duration} after it was made`,
  metOn: (channel: string) => `Met on ${channel}`,
  metBy: (channel: string, reception: keyof typeof receptions) =>
    `${channel}: ${receptions[reception]}`,
  promise: "The promise",
  broken: "What broke it",
  end: "What shows the end of it",
} as const;

/** The detail panel of a disclosure. */
export const disclosurePanel = {
  rule: "Rule",
  ruleVersion: (rule: string, version: number) => `${rule}, version ${version}`,
  dueBy: "To be said by",
  searched: "Looked for in",
  searchedMessages: (messages: number, from: string, to: string) =>
    `${formatCounted(messages, "message")}, ${from} to ${to}`,
  said: "Said here",
  notSaid: "The last turn in which it could have been said",
  nearMiss: {
    denial: "The closest passage denies it",
    earlier: "The closest passage was said before it was asked for",
    question: "The closest passage asks about it",
    mention: "The closest passage only mentions it",
    evasion: "The answer does not say it",
  },
} as const;

/** The detail panel of a prompt change. */
export const releasePanel = {
  oneChannel: "Only one channel in this case uses it.",
  shared: (channels: number) =>
    `${formatCounted(channels, "channel")} of this case share it: what was changed for one changes the others.`,
  firstSeen: "First seen",
  informal: (channel: string) => `Turns with “I’m”, “don’t” on ${channel}`,
  share: (informal: number, turns: number) => `${informal} of ${turns}`,
  beforeAfter: (before: string, after: string) => `${before} before, ${after} after`,
  before: (channel: string) => `${channel}, before the change`,
  after: (channel: string) => `${channel}, after the change`,
} as const;

/** The detail panel of a handoff. */
export const handoffPanel = {
  before: "Before",
  after: "After",
  to: "to",
  facts: "Facts across this handoff",
  noFacts: "Nothing had been said yet that the next agent needed.",
  given: "given",
  then: ", then ",
  scores: "Scores at this handoff",
  noScores: "No scores for this handoff.",
} as const;

/** The detail panel of a contact. */
export const contactPanel = {
  said: "What was said",
  scores: "Scores of this contact",
  noScores: "No scores for this contact.",
} as const;

/** The frame of each panel. */
export const panel = {
  nouns: {
    contact: "contact",
    handoff: "handoff",
    promise: "promise",
    disclosure: "disclosure",
    release: "prompt change",
  },
  place: (noun: string, ordinal: number, count: number) => `${noun} ${ordinal} of ${count} ·`,
  others: (noun: string) => `Other ${noun}s`,
  previous: (noun: string) => `Previous ${noun}`,
  next: (noun: string) => `Next ${noun}`,
  noWords: "No words of this case show it.",
} as const;

/** The turns of a panel. */
export const panelTurns = {
  range: (first: number, last: number, total: number) => {
    const range =
      first === last
        ? `turn ${formatCount(first)}`
        : `turns ${formatCount(first)}–${formatCount(last)}`;
    return `${range} of ${formatCount(total)}`;
  },
  stripped: "Its words were removed before they reached us.",
  none: "No words of it reached us.",
  whole: "Whole contact in the transcript",
  between: "… turns in between …",
  message: (ordinal: number, instant: string) => `Message ${ordinal} in the transcript, ${instant}`,
} as const;

/** What a score is about, if not the whole contact. */
export const scoreSubject = {
  message: (ordinal: number) => `message ${ordinal}`,
  span: "a span",
} as const;
