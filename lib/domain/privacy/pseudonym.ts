/** Types of personal data that are masked. */
export const piiTypes = [
  "CARD",
  "SSN",
  "IBAN",
  "EMAIL",
  "PHONE",
  "IP",
  "KEY",
  "TOKEN",
  "ACCOUNT",
  "PERSON",
  "ADDRESS",
  "BIRTH_DATE",
  "SPECIAL",
] as const;
export type PiiType = (typeof piiTypes)[number];

/**
 * Types that words decide, not a form: only these are kept as they were, sealed, so that a better masker can give back
 * what was no personal data. Secrets, numbers of cards, accounts and papers, and what the law protects most are not kept.
 */
export const undoableTypes = ["PERSON", "ADDRESS", "PHONE", "BIRTH_DATE"] as const;

/** A pseudonym in stored text: `<PHONE:3f9a0c1b2d4e5f60>`; equal values have equal pseudonyms. */
export const maskedPattern = /<([A-Z_]+):([0-9a-f]{16})>/g;

/** One-way function keyed with the workspace's key. Returns 16 hex digits. */
export type Pseudonymise = (type: PiiType, normalisedValue: string) => string;

/** A masked piece of personal data. `place`: "attributes.http.url", "input[2]", "events[0].exception.message". */
export type PiiFinding = {
  readonly type: PiiType;
  readonly place: string;
  readonly pseudonym: string;
};
