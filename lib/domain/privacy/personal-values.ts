import type { PiiType } from "./pseudonym";
import type { SpanKey } from "../trace/span";

/** Kinds of places of a value on a span, in display order. */
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
 * A personal value in stored text: leaked if it arrived readable and was masked at ingest, else redacted by the
 * sender.
 */
export type PersonalValue =
  | { readonly isLeaked: true; readonly type: PiiType; readonly match: string }
  /** Not every placeholder states the type. */
  | { readonly isLeaked: false; readonly type: PiiType | null; readonly match: string };

export type PlacedValue = { readonly place: PersonalPlace; readonly value: PersonalValue };

export type KeyedValue = PlacedValue & { readonly key: string };

/** The personal values of a span that are on no earlier span of its case. */
export type SpanValues = {
  readonly span: SpanKey;
  /** Position of its contact in the case, from 0; null if it belongs to none. */
  readonly interaction: number | null;
  readonly values: readonly PlacedValue[];
  /** On the first span of a contact: how many of the contact's spans were stripped. */
  readonly strippedCount: number;
  readonly isFirstOfContact: boolean;
};

export type LeakedValues = {
  readonly place: PersonalPlace;
  readonly type: PiiType;
  readonly count: number;
};

/** Must not be stored even masked (PCI DSS 3.3.1), gives access to an account, or identifies a person everywhere. */
const criticalTypes: ReadonlySet<PiiType> = new Set(["CARD", "SSN", "KEY", "TOKEN"]);

/** Whether a leak of this type is critical (domain.md §3.4): cards, social security numbers, secrets. */
export function isCritical(type: PiiType): boolean {
  return criticalTypes.has(type);
}
