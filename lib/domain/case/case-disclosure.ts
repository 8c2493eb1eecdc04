import type { Quote } from "./case";

/** Not evaluable: text that could contain it was stripped before ingest. */
export const disclosureStatuses = [
  "given",
  "late",
  "missing",
  "not-applicable",
  "not-evaluable",
] as const;
export type DisclosureStatus = (typeof disclosureStatuses)[number];

/** Summary of one contact's required disclosures: the worst status; `none` if none was due. */
export const contactDisclosures = ["none", "given", "unread", "late", "missing"] as const;
export type ContactDisclosures = (typeof contactDisclosures)[number];

export type CaseDisclosure = {
  readonly rule: string;
  readonly version: number;
  /** The requirement in words: "Say that an AI is speaking". */
  readonly title: string;
  readonly interaction: number;
  readonly status: DisclosureStatus;
  readonly quote: Quote | null;
  /** End of the window in which it was due, µs; null if it does not apply. */
  readonly dueUs: number | null;
  /** The last message of that window; null if it does not apply. */
  readonly dueMessage: number | null;
  /** One sentence with the reason; for a missing one, where it was looked for. */
  readonly because: string;
};
