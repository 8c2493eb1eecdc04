import type { Quote } from "./case";

/**
 * What became of a disclosure in one contact. `wrong_order`: said, but after the event it had to precede.
 * `incomplete`: some of its elements were said. `wrong_speaker`: said by somebody whose words do not count.
 * `not_required`: the rule's date, region, channel or trigger does not hold. `not_evaluable`: words were removed or
 * cannot be read, or a fact that decides is not known.
 */
export const disclosureStatuses = [
  "given",
  "late",
  "wrong_order",
  "incomplete",
  "wrong_speaker",
  "missing",
  "not_required",
  "not_evaluable",
] as const;
export type DisclosureStatus = (typeof disclosureStatuses)[number];

/** Summary of one contact's required disclosures: the worst status; `none` if none was due. */
export const contactDisclosures = ["none", "given", "unread", "late", "missing"] as const;
export type ContactDisclosures = (typeof contactDisclosures)[number];

/** The summary's word for a status: what was said at a wrong place is late, what was not said in full is missing. */
export const summaryOfStatus: Readonly<Record<DisclosureStatus, ContactDisclosures>> = {
  given: "given",
  late: "late",
  wrong_order: "late",
  incomplete: "missing",
  wrong_speaker: "missing",
  missing: "missing",
  not_required: "none",
  not_evaluable: "unread",
};

/** Where a disclosure was looked for. */
export type SearchedWindow = {
  readonly firstMessage: number;
  readonly lastMessage: number;
  /** How many messages whose speaker counts lie in it. */
  readonly messages: number;
  /** µs. */
  readonly fromUs: number;
  readonly toUs: number;
};

/** Words about the same thing that do not give it. */
export type NearMiss = {
  readonly kind: "denial" | "question" | "mention";
  readonly quote: Quote;
};

export type CaseDisclosure = {
  readonly rule: string;
  readonly version: number;
  /** The requirement in words: "Say that an AI is speaking". */
  readonly title: string;
  readonly interaction: number;
  readonly status: DisclosureStatus;
  /** Where it was said; null if nobody said it. */
  readonly quote: Quote | null;
  /** Keys of the rule's elements that were not said, if others were. */
  readonly missingElements: readonly string[];
  /** End of the window in which it was due, µs; null if it does not apply. */
  readonly dueUs: number | null;
  /** The last message of that window; null if it does not apply. */
  readonly dueMessage: number | null;
  /** Null if nothing was looked for. */
  readonly searched: SearchedWindow | null;
  /** The nearest one, if it was not said as it should be; null if there is none. */
  readonly nearMiss: NearMiss | null;
  /** One sentence with the reason; for a missing one, where it was looked for. */
  readonly because: string;
};
