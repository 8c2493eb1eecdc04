export const page = {
  title: "Alerts",
  willList: "This page will say which figures and findings have left the bounds that you set.",
  newAlert: "New alert",
  firing: "Firing now",
  rules: "All alerts",
  history: "History",
} as const;

/** The link to the form of a new alert. */
export const alertMe = "Alert me";

/** The same read aloud. */
export function alertMeAbout(about: string): string {
  return `Alert me: ${about}`;
}

/** An alert that fires. */
export const firingCard = {
  firing: "Firing",
  acknowledged: "Acknowledged",
  since: "Firing since",
  mutedUntil: "Muted until",
  acknowledge: "Acknowledge",
} as const;

/** @param owner "you" */
export function ownerIs(owner: string): string {
  return `Owner: ${owner}.`;
}

/** Goes on with the time. @param name "you" */
export function acknowledgedBy(name: string): string {
  return `Acknowledged by ${name},`;
}

/** A rule. */
export const ruleItem = {
  /** Goes on after how it is sent, with the time. */
  mutedUntil: ", muted until",
  change: "Change",
  test: "Send a test",
  remove: "Remove…",
} as const;

/** The link to a rule's form, read aloud. */
export function changeRule(name: string): string {
  return `Change: ${name}`;
}

/** A rule's button, read aloud. */
export function sendTestOf(name: string): string {
  return `Send a test: ${name}`;
}

export const removeDialog = {
  title: "Remove this alert?",
  description: "Its history goes with it; the audit keeps who removed it.",
  submit: "Remove",
} as const;

export const muteDialog = {
  button: "Mute…",
  title: "Mute this alert",
  description: "It is still looked at and shown, and not sent.",
  submit: "Mute",
  howLong: "How long",
  fourHours: "For 4 hours",
  day: "For a day",
  threeDays: "For 3 days",
  week: "For a week",
  month: "For 30 days",
  unmute: "Unmute",
} as const;

export const webhookCard = {
  title: "Webhook",
  subtitle: "Alerts of this workspace are posted as JSON, signed as in Standard Webhooks",
  none: "No address is set, so alerts are not posted.",
  /** Goes on with the address, then the time. */
  postedTo: "Alerts are posted to",
  set: ", set",
  form: "Set the webhook",
  address: "Address",
  otherAddress: "Another address, or the same for a new secret",
  submit: "Set webhook",
  replace: "Replace webhook",
  stop: "Stop posting",
  secret: "The secret that messages are signed with, shown this once.",
} as const;
