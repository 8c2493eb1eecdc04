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
] as const;
export type OutcomeKey = (typeof outcomeKeys)[number];

/** Something a contact shows of its outcome. */
export type Sign = {
  /** Higher speaks for its being resolved. */
  readonly value: number;
  /** What to say of it where it speaks for that, and where it speaks against it; null for nothing. */
  readonly pro: string | null;
  readonly contra: string | null;
  readonly evidence: Evidence | null;
};
