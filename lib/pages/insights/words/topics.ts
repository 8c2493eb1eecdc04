import { formatCount, formatCounted } from "@/lib/format/format";

export const topicTable = {
  title: "Topics",
  subtitle: "Words that customers use together when they first write or call",
  columns: {
    topic: "Topic",
    cases: "Cases",
    resolved: "Resolved",
    contacts: "Contacts per case",
    customers: "Customers: before → last 4 weeks",
  },
  noneGrows: "none clearly grows",
  tooFew: "too few cases over time to say which grow",
  /** After a number of cases without a topic. */
  noPhrase: "without a phrase that enough others use",
  noWords: "without a customer’s words",
  otherLanguage: "in a language that is not read",
  endsUnknown: "These data can’t say how cases end, so resolution is not shown.",
  lastColumn:
    "Only English is read. The last column is the share of customers in touch about it, in the twelve weeks before and in the last four.",
} as const;

export function smallerTopics(count: number): string {
  return formatCounted(count, "smaller topic");
}

export function topicCount(count: number): string {
  return formatCounted(count, "topic");
}

/** A topic's name as a quotation. */
export function quotedTopic(name: string): string {
  return `“${name}”`;
}

/** @param topics quoted */
export function newTopics(topics: string): string {
  return `new: ${topics}`;
}

/** @param topics quoted */
export function growingTopics(topics: string): string {
  return `growing: ${topics}`;
}

export const changeWords = {
  new: "new",
  growing: "growing",
  shrinking: "shrinking",
} as const;

/** @param move "3% → 7%" */
export function growthWords(change: keyof typeof changeWords, move: string): string {
  return `${changeWords[change]}, ${move}`;
}

/** @param reasons "3 without a customer’s words", or "" */
export function withoutTopic(of: number, none: number, reasons: string): string {
  const lead = `Of ${formatCounted(of, "completed case")}, ${formatCount(none)} ${none === 1 ? "has" : "have"} no topic`;
  return reasons === "" ? `${lead}.` : `${lead}: ${reasons}.`;
}
