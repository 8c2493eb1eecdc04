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

export const promiseStatuses = ["kept", "late", "broken", "open", "unknown"] as const;
export const promiseStates = ["kept", "late", "broken", "open", "overdue", "unknown"] as const;
export type PromiseState = (typeof promiseStates)[number];

/** Whether one knows in a state if the promise was kept by its time: the denominator of "kept". */
export const isDecided: Readonly<Record<PromiseState, boolean>> = {
  kept: true,
  late: true,
  broken: true,
  open: false,
  overdue: true,
  unknown: false,
};

/**
 * Whether keeping a promise is an act of the company that traces show: a contact, or a write by a tool. What a bank, a
 * courier or an automatic e-mail does stands in no trace, so that its absence proves nothing.
 */
const isSeenInTraces: Readonly<Record<PromiseKind, boolean>> = {
  credit: true,
  refund: false,
  replacement: false,
  visit: false,
  callback: true,
  message: false,
  delivery: false,
  fix: false,
  "follow-up": true,
};

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
   * `kept`, `late` (done after its time) and `broken` require evidence. `unknown`: the case was closed without any.
   * `open`: none of these. Pages read it through `promiseStateAt`, which knows the date.
   */
  readonly status: (typeof promiseStatuses)[number];
  readonly because: string;
  /** Evidence that it was kept, late or broken. */
  readonly evidence: Evidence | null;
  /** Time of the evidence, or of the case's closing; null while open. */
  readonly settledUs: number | null;
  /** One entry per later contact in which an agent spoke, without those about another account. */
  readonly receptions: readonly PromiseReception[];
};

/** The words of a promise and who spoke them. */
export type PromiseWords = {
  /** The promising sentence, masked; "": not stored. */
  readonly quote: string;
  /** As the traces name it; null: not said. */
  readonly agentId: string | null;
  /** The team of the contact that it was made in; null: not said. */
  readonly team: string | null;
};

/** Of a promise whose words are not stored. */
export const noWords: PromiseWords = { quote: "", agentId: null, team: null };

/**
 * A promise's state at an instant, ignoring later evidence: due without evidence it is overdue until the case is
 * closed, then unknown; unknown at once if its keeping would show in no trace.
 * @param asOfUs microseconds since 1970
 */
export function promiseStateAt(
  { kind, status, settledUs, dueUs }: Pick<CasePromise, "kind" | "status" | "settledUs" | "dueUs">,
  asOfUs: number,
): PromiseState {
  const isSettled = settledUs !== null && settledUs <= asOfUs;
  if (isSettled && status !== "unknown") return status;
  if (dueUs !== null && dueUs > asOfUs) return "open";
  if (isSettled) return "unknown";
  if (dueUs === null) return "open";
  return isSeenInTraces[kind] ? "overdue" : "unknown";
}
