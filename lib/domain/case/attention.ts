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
  /** As of when somebody marked it as handled: off the list until something new happens; null: nobody did. */
  readonly handledUs: number | null;
  /** Public id of whoever changed it last, and as of when. */
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

/**
 * The name of whoever takes care of a case; null: nobody.
 * @param attention what people arranged, by case id
 * @param names of accounts by public id
 */
export function ownerName(
  attention: ReadonlyMap<string, CaseAttention>,
  caseId: string,
  names: ReadonlyMap<string, string>,
): string | null {
  const assignee = attention.get(caseId)?.assignee ?? null;
  return assignee === null ? null : (names.get(assignee) ?? "somebody else");
}
