/** What was done with a case, after the name of who did it. */
export const acts = {
  unassigned: "unassigned it",
  taken: "took it",
  snoozeEnded: "unsnoozed it",
  handled: "marked it as handled",
  returned: "put it back on the list",
  note: "wrote a note",
} as const;

/** People without a name. */
export const people = { actor: "Somebody", assignee: "somebody" } as const;

/** @param name of the account */
export function gaveTo(name: string): string {
  return `gave it to ${name}`;
}

/** @param until "Tue 04:00" */
export function snoozedUntil(until: string): string {
  return `snoozed it until ${until}`;
}
