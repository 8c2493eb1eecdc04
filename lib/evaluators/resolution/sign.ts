import type { Evidence } from "@/lib/domain/case/case";

export const effortKeys = [
  "messages",
  "failures",
  "unrecovered",
  "amounts",
  "lists",
  "writes",
  "calculations",
  "disappointment",
  "unanswered",
] as const;
export type EffortKey = (typeof effortKeys)[number];

export const outcomeKeys = [
  "lastWords",
  "lastOutcome",
  "refusals",
  "toolOutcome",
  "disappointment",
  "acceptance",
  "openQuestion",
  "unanswered",
  "movedOn",
] as const;
export type OutcomeKey = (typeof outcomeKeys)[number];

/** One sign of a contact's outcome. */
export type Sign = {
  /** Higher means more likely resolved. */
  readonly value: number;
  /** Explanations if it counts for and against resolution; null if it has none. */
  readonly pro: string | null;
  readonly contra: string | null;
  readonly evidence: Evidence | null;
};
