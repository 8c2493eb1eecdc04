/**
 * What is remembered of an erased customer, each as a keyed hash:
 * - `customer`, `session`: what names it, or belongs to no other customer, is the customer's
 * - `case`: what belongs to it and to no other customer is not stored
 * - `trace`: a trace of the customer
 * - `case-trace`: a trace that names nobody, in a case of the customer
 */
export type TombstoneKind = "customer" | "session" | "case" | "trace" | "case-trace";

/** One-way function keyed with the workspace's key. Returns 64 hex digits. */
export type HashTombstone = (kind: TombstoneKind, value: string) => string;
