import type { Evidence, Quote } from "./case";
import type { AgentKind } from "../trace/identity";

export const promiseKinds = [
  "credit",
  "refund",
  "replacement",
  "visit",
  "callback",
  "message",
  "delivery",
  "fix",
  "follow-up",
] as const;
export type PromiseKind = (typeof promiseKinds)[number];

export const promiseStatuses = ["kept", "broken", "open", "unknown"] as const;
export const promiseStates = ["kept", "broken", "open", "overdue", "unknown"] as const;
export type PromiseState = (typeof promiseStates)[number];

/** How a later contact received a promise. */
export type PromiseReception = {
  readonly interaction: number;
  /** `ignored`: the customer raised it and no agent responded. `not-mentioned`: nobody raised it. */
  readonly reception: "known" | "denied" | "ignored" | "not-mentioned";
  readonly quote: Quote | null;
};

/** A promise by an agent. Independent of the clock. */
export type CasePromise = {
  readonly quote: Quote;
  readonly interaction: number;
  readonly by: AgentKind;
  readonly kind: PromiseKind;
  /** In plain words: "credit of $40", "callback". */
  readonly what: string;
  readonly madeUs: number;
  /** End of the named time, or null. */
  readonly dueUs: number | null;
  /** The words that name it: "by Friday"; "" if none. */
  readonly dueWords: string;
  /**
   * `kept` and `broken` require evidence. `unknown`: the case was closed without any. `open`: neither. Pages read it
   * through `promiseStateAt`, which knows the date.
   */
  readonly status: (typeof promiseStatuses)[number];
  readonly because: string;
  /** Evidence that it was kept or broken. */
  readonly evidence: Evidence | null;
  /** Time of the evidence, or of the case's closing; null while open. */
  readonly settledUs: number | null;
  /** One entry per later contact in which an agent spoke. */
  readonly receptions: readonly PromiseReception[];
};

/**
 * A promise's state at an instant, ignoring later evidence: due without evidence is overdue until the case is closed,
 * then unknown.
 * @param asOfUs microseconds since 1970
 */
export function promiseStateAt(
  { status, settledUs, dueUs }: Pick<CasePromise, "status" | "settledUs" | "dueUs">,
  asOfUs: number,
): PromiseState {
  const isSettled = settledUs !== null && settledUs <= asOfUs;
  if (isSettled && status !== "unknown") return status;
  if (dueUs !== null && dueUs > asOfUs) return "open";
  if (isSettled) return "unknown";
  return dueUs === null ? "open" : "overdue";
}
