/**
 * What people arranged about an open case on the Live page, so that the next shift sees it. It changes neither the
 * case nor its outcome. Instants are microseconds since 1970.
 */
export type CaseAttention = {
  readonly caseId: string;
  /** Public id of the account that takes care of it; null: nobody. */
  readonly assignee: string | null;
  /** Off the list until then, or until the customer is in touch again; null: not snoozed. */
  readonly snoozedUntilUs: number | null;
  /** When somebody marked it as handled: off the list until something new happens; null: nobody did. */
  readonly handledUs: number | null;
  /** Public id of whoever changed it last, and when. */
  readonly by: string;
  readonly atUs: number;
};

/** A user's change of it, with the user's public id. */
export type AttentionChange = { readonly caseId: string; readonly by: string } & (
  | { readonly kind: "case-assigned"; readonly assignee: string | null }
  | { readonly kind: "case-snoozed"; readonly untilUs: number | null }
  | { readonly kind: "case-handled"; readonly isHandled: boolean }
);

/** The longest snooze: 30 days, in microseconds. */
export const snoozeMaxUs = 30 * 86_400_000_000;
