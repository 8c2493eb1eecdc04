/**
 * Summary of a case's personal values: all redacted by the sender, or some readable, or readable ones that must not
 * be stored even masked; `unread` if not all text could be searched.
 */
export const casePii = ["none", "redacted", "unread", "leaked", "critical"] as const;
export type CasePii = (typeof casePii)[number];
