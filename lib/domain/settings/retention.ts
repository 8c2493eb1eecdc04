/** How many days data are kept; null: for good, but for originals. */
export type Retention = {
  /** Traces, CRM records, and the contacts, cases and verdicts made of them. */
  readonly contactDays: number | null;
  /** The audit, of all workspaces: what the workspace "main" says. */
  readonly auditDays: number | null;
  /** Sealed originals of what was masked, counted from their arrival; null: none are kept. */
  readonly originalDays: number | null;
};

const dayUs = 86_400_000_000;

/** The UTC day of an instant, counted from 1970. @param atUs microseconds since 1970 */
export function utcDayOf(atUs: number): number {
  return Math.floor(atUs / dayUs);
}

/** What began before this instant is not kept: the beginning of a UTC day. @param nowUs microseconds since 1970 */
export function retentionCutoffUs(nowUs: number, days: number): number {
  return (utcDayOf(nowUs) - days) * dayUs;
}

/** What is sealed of a workspace. */
export type OriginalsState = {
  readonly spans: number;
  /** When the oldest arrived, microseconds since 1970; null: there are none. */
  readonly oldestUs: number | null;
  /** Why none can be sealed now, as a sentence; null: they can, or shall not. */
  readonly problem: string | null;
};

/** Contacts that began on a UTC day. */
export type ContactsOfDay = { readonly day: number; readonly contacts: number };

/** How many contacts began before the retention's cutoff. */
export function countExpired(byDay: readonly ContactsOfDay[], nowUs: number, days: number): number {
  const cutoff = utcDayOf(retentionCutoffUs(nowUs, days));
  return byDay.reduce((sum, { day, contacts }) => (day < cutoff ? sum + contacts : sum), 0);
}
