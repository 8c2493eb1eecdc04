import { piiTypes, type PiiType } from "./pseudonym";
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

/** A type, or that the sender's placeholder does not say it. */
export const piiKinds = [...piiTypes, "unnamed"] as const;
export type PiiKind = (typeof piiKinds)[number];

export type PlacedValue = {
  readonly place: PersonalPlace;
  /** The tool's name, or the attribute's key with `*` for numbers in it; null where it is neither's. */
  readonly source: string | null;
  readonly value: PersonalValue;
};

/** A personal value under a key of an attribute, an event or a resource. */
export type KeyedValue = Omit<PlacedValue, "source"> & { readonly key: string };

/** Where and when a personal value of a case first was, without the value. */
export type CaseValue = {
  readonly isLeaked: boolean;
  /** Null where the sender's placeholder does not say it. */
  readonly type: PiiType | null;
  readonly place: PersonalPlace;
  readonly source: string | null;
  readonly span: SpanKey;
  /** Position of its contact in the case, from 0; null if it belongs to none. */
  readonly interaction: number | null;
  /** The span's start, microseconds since 1970. */
  readonly atUs: number;
  /** The one that its span names, else the first of its contact. */
  readonly release: string | null;
};

/** The personal values of a span that are on no earlier span of its case. */
export type SpanValues = {
  readonly span: SpanKey;
  /** Position of its contact in the case, from 0; null if it belongs to none. */
  readonly interaction: number | null;
  /** Its start, microseconds since 1970. */
  readonly atUs: number;
  /** The release that it names. */
  readonly release: string | null;
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

/** Weight of a critical value where values are weighted: one readable card number counts as five names. */
export const criticalWeight = 5;

/** Critical, or any other personal value. */
export const sensitivities = ["critical", "personal"] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** A type's sensitivity. */
export function sensitivityOf(type: PiiKind | null): Sensitivity {
  return type !== null && type !== "unnamed" && isCritical(type) ? "critical" : "personal";
}

/** Whether a leak of this type is critical: cards, social security numbers, secrets. */
export function isCritical(type: PiiType): boolean {
  return criticalTypes.has(type);
}
