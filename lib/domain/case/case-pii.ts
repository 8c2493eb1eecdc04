/**
 * What is known of the personal values in a case: all redacted before they reached us, or some readable, or
 * readable ones that must not be stored even masked; `unread` where they could not be looked for everywhere.
 */
export const casePii = ["none", "redacted", "unread", "leaked", "critical"] as const;
export type CasePii = (typeof casePii)[number];
