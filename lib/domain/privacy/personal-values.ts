import type { PiiType } from "./pseudonym";
import type { SpanKey } from "../trace/span";

/** Where on a span a value can stand, in the order in which it is told. */
export const personalPlaces = [
  "customer-message",
  "agent-message",
  "instructions",
  "tool-arguments",
  "tool-result",
  "passage",
  "step-text",
  "url",
  "error",
  "attribute",
  "name",
] as const;
export type PersonalPlace = (typeof personalPlaces)[number];

/**
 * A personal value in stored text: leaked where it arrived readable and was masked at ingest, else
 * redacted before it reached us.
 */
export type PersonalValue =
  | { readonly isLeaked: true; readonly type: PiiType; readonly match: string }
  /** Not every mark says what it hides. */
  | { readonly isLeaked: false; readonly type: PiiType | null; readonly match: string };

export type PlacedValue = { readonly place: PersonalPlace; readonly value: PersonalValue };

/** A value in an attribute, with the name that stands over it. */
export type KeyedValue = PlacedValue & { readonly key: string };

/** What a span carried of personal values that no span of its case before it did. */
export type SpanValues = {
  readonly span: SpanKey;
  /** Position of its contact in the case, from 0; null where it is of none. */
  readonly interaction: number | null;
  readonly values: readonly PlacedValue[];
  /** Set on the first of a contact: how many of the contact's spans arrived without their words. */
  readonly strippedCount: number;
  /** Whether it says the contact's first words. */
  readonly isFirstOfContact: boolean;
};

/** Values of one type that leaked at one place of a span. */
export type LeakedValues = {
  readonly place: PersonalPlace;
  readonly type: PiiType;
  readonly count: number;
};

/** What must not be stored even masked (PCI DSS 3.3.1), opens an account, or is a person's key everywhere. */
const criticalTypes: ReadonlySet<PiiType> = new Set(["CARD", "SSN", "KEY", "TOKEN"]);

/** Whether a leak of it is critical (domain.md §3.4): cards, social security numbers, secrets of any kind. */
export function isCritical(type: PiiType): boolean {
  return criticalTypes.has(type);
}
