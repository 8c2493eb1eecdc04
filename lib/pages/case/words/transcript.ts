import { formatCounted } from "@/lib/format/format";

/** The kinds of agents. */
export const agentNames = {
  ai: { letters: "AI", name: "AI agent" },
  human: { letters: "H", name: "human agent" },
  unknown: { letters: "?", name: "agent of unknown kind" },
} as const;

/** The transcript. */
export const transcript = {
  title: "Transcript",
  none: "No words of this case reached us.",
  merged: "Its contacts moved to the other case when it was merged.",
  pagesAbove: "Parts of the transcript, above it",
  pagesBelow: "Parts of the transcript, below it",
  elsewhere: "Its words stand in another part of the transcript",
  stripped: (spans: number) =>
    `The words of ${formatCounted(spans, "span")} were removed before they reached us. So the transcript is missing here, not empty.`,
  firstOf: (traces: number) => `first of ${formatCounted(traces, "trace")}`,
  noneOfContact: "No words of this contact reached us.",
} as const;

/** A contact's heading. */
export const contactHeading = {
  moreAgents: (count: number) => `and ${formatCounted(count, "more agent", "more agents")}`,
  withoutCustomer: "the customer took no part",
} as const;

/** A message. */
export const message = {
  customer: "Customer",
  trace: "trace",
  traceOf: (ordinal: number) => `Trace of message ${ordinal}`,
  system: (characters: number) => `System message, ${formatCounted(characters, "character")}`,
} as const;

/** A tool's call and answer. */
export const tool = {
  call: "Call:",
  noArguments: "without arguments",
  answered: (characters: number) => `answered, ${formatCounted(characters, "character")}`,
  failed: "failed",
  calledWith: "Called with",
  answer: "Answer",
  noAnswer: "an empty answer",
  nameless: "A tool without a name",
} as const;
