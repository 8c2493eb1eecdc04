/** The form of a rule. */
export const form = {
  name: "Alert",
  titleNew: "New alert",
  titleChange: "Change the alert",
  save: "Save alert",
  saving: "Saving…",
  preview: "Would it have fired?",
  previewing: "Looking back",
  cancel: "Cancel",
} as const;

export const groups = {
  watch: "What it watches",
  cases: "Of which cases",
  schedule: "When and how it is sent",
} as const;

export const fields = {
  name: "Name",
  watch: "Watch",
  metric: "Metric",
  finding: "Finding",
  side: "Fires when it is",
  against: "Compared with",
  bound: "Value",
  effectOfMetric: "By at least",
  effectOfFinding: "Costs at least",
  least: "Counted at least",
  leastHint: "Below it the alert says: too few to tell.",
  window: "Cases opened in",
  duration: "Fires once it has lasted",
  durationHint: "Without a break; looked at once a minute.",
  coolDown: "Sent again after",
  coolDownHint: "While it fires and nobody has acknowledged it; its end is sent once.",
  on: "On",
  webhook: "Post to the webhook",
  mail: "Mail to its owner",
} as const;

/** What is wrong with the webhook's address. */
export const webhookAddress = {
  notWeb: "Write an address that begins with https:// or http://, without a password.",
  /** @param host as typed: "hooks.internal:8080" */
  notPublic: (host: string) =>
    `${host} is this machine or in a private network, where nothing is posted: write a public address, or let whoever runs the server add ${host} to THROUGHLINE_ALLOW_HOSTS.`,
} as const;

/** The values of the menus. */
export const choices = {
  metric: "A metric",
  finding: "A finding",
  above: "above",
  below: "below",
  bound: "a fixed value",
  before: "the same span before",
} as const;

export const units = {
  bound: { percent: "%", hours: "hours", number: "" },
  effect: { percent: "points", hours: "hours", number: "" },
  effectOfFinding: "cases a month",
  hours: "hours",
} as const;

/** @param filters "starting on Chat" */
export function alsoFiltered(filters: string): string {
  return `Also: ${filters}.`;
}

/** What is wrong with a field. */
export const fieldProblems = {
  name: "Give it a name.",
  bound: "Write a number.",
  least: "Write a whole number from 1.",
  effect: "Write a number from 0.",
  duration: "0 to 2160 hours.",
  coolDown: "1 to 2160 hours.",
} as const;
