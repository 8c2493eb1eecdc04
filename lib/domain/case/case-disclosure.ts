import type { Quote } from "./case";

/** Not evaluable: the words in which it would stand were removed before they reached us. */
export const disclosureStatuses = [
  "given",
  "late",
  "missing",
  "not-applicable",
  "not-evaluable",
] as const;
export type DisclosureStatus = (typeof disclosureStatuses)[number];

/** How the required disclosures of one contact went together: the worst of them; `none` where none was due. */
export const contactDisclosures = ["none", "given", "unread", "late", "missing"] as const;
export type ContactDisclosures = (typeof contactDisclosures)[number];

/** What one rule finds in one contact. */
export type CaseDisclosure = {
  /** The rule's stable name and its version. */
  readonly rule: string;
  readonly version: number;
  /** What has to be said, in words: "Say that an AI is speaking". */
  readonly title: string;
  readonly interaction: number;
  readonly status: DisclosureStatus;
  /** The words that give it. */
  readonly quote: Quote | null;
  /** The end of the window in which it had to be said, µs; null where it does not apply. */
  readonly dueUs: number | null;
  /** The last message of that window; null where it does not apply. */
  readonly dueMessage: number | null;
  /** One sentence that says why; for what is missing, where it was looked for. */
  readonly because: string;
};
