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

/** What a later contact made of a promise. */
export type PromiseReception = {
  readonly interaction: number;
  /** `ignored`: the customer spoke of it and no agent took it up. `not-mentioned`: nobody did. */
  readonly reception: "known" | "denied" | "ignored" | "not-mentioned";
  /** The agent's words; null where none are about it. */
  readonly quote: Quote | null;
};

/** Something an agent said would be done. Nothing in it depends on the clock. */
export type CasePromise = {
  /** The promising sentence. */
  readonly quote: Quote;
  readonly interaction: number;
  readonly by: AgentKind;
  readonly kind: PromiseKind;
  /** In plain words: "credit of $40", "callback". */
  readonly what: string;
  readonly madeUs: number;
  /** The end of the time that was named, null where none was. */
  readonly dueUs: number | null;
  /** The words that named it: "by Friday"; "" where none did. */
  readonly dueWords: string;
  /**
   * `kept` and `broken` only with evidence. `unknown`: the case was closed, and nothing in it shows
   * which. `open`: neither. Pages read it through `promiseStateAt`, which knows the date.
   */
  readonly status: (typeof promiseStatuses)[number];
  /** One sentence that says why. */
  readonly because: string;
  /** What shows that it was kept or broken. */
  readonly evidence: Evidence | null;
  /** When that was shown, or the case closed; null while open. */
  readonly settledUs: number | null;
  /** By each later contact in which an agent spoke. */
  readonly receptions: readonly PromiseReception[];
};

/**
 * Reads a promise's state as of an instant: what was shown later has not been shown yet; what is due
 * and not shown is overdue, until its case is closed: from then on nobody knows.
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
