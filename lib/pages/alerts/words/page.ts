import type { DeliveryProblem } from "@/lib/domain/alerts/alert-delivery";
import type { AlertEventKind } from "@/lib/domain/alerts/alert-state";
import { formatCounted } from "@/lib/format/format";

export const lede = {
  nothing: "Nothing is watched yet.",
  making: "The alert below is the first, once it is saved.",
  make: "Make an alert, and this page says when a figure leaves its bounds.",
  noneFiring: "No alert is firing.",
} as const;

/** @param count alerts with too few cases */
export function cantTell(count: number): string {
  return `${formatCounted(count, "alert")} can’t tell: too few cases.`;
}

export function alertsOn(count: number): string {
  return `${formatCounted(count, "alert")} on.`;
}

export function acknowledgedOf(count: number): string {
  return `${String(count)} acknowledged.`;
}

export function alertsFiring(count: number): string {
  return `${formatCounted(count, "alert")} ${count === 1 ? "is" : "are"} firing.`;
}

export const mailNotice =
  "E-mail is not set up. Whoever runs the server sets THROUGHLINE_SMTP_URL (smtps://user:password@mail.example.com) and THROUGHLINE_SMTP_FROM (the sender’s address).";

/** How a rule is sent. */
export const ways = {
  webhook: "webhook",
  mail: "e-mail to its owner",
  none: "Shown here only",
} as const;

/** @param by "webhook and mail to its owner" */
export function sentBy(by: string): string {
  return `Sent by ${by}`;
}

/** The state of a rule. */
export const status = {
  off: "Off",
  stopped: "Stopped: its owner has no alerts any more",
  new: "Not looked at yet",
  few: "Too few to tell",
  unclear: "Can’t tell yet",
  clear: "Within bounds",
  firing: "Firing",
  acknowledged: "Firing, acknowledged",
} as const;

/** @param left "3 h" */
export function firesIn(left: string): string {
  return `Fires in ${left} if it lasts`;
}

export const eventWords: Readonly<Record<AlertEventKind, string>> = {
  started: "Began",
  passed: "Passed",
  fired: "Fired",
  sent: "Sent",
  acknowledged: "Acknowledged",
  ended: "Ended",
  "end-sent": "End sent",
  few: "Too few to tell",
  muted: "Muted",
  unmuted: "No longer muted",
  changed: "Changed",
  tested: "Test sent",
};

/** @param event "Muted" @param name "you" */
export function eventBy(event: string, name: string): string {
  return `${event} by ${name}`;
}

/** What became of a message. */
export const delivery = {
  webhook: "Webhook",
  mail: "E-mail",
  taken: "taken by the mail server",
  arrived: "arrived",
  pending: "on its way",
} as const;

/** @param what "arrived" @param attempts from 1 */
export function atTry(what: string, attempts: number): string {
  return attempts === 1 ? what : `${what} at try ${String(attempts)}`;
}

/** @param why it failed last */
export function givenUp(attempts: number, why: string): string {
  return `given up after ${formatCounted(attempts, "try", "tries")}, ${why}`;
}

/** @param why it failed */
export function triedAgain(attempt: number, why: string): string {
  return `attempt ${String(attempt)} failed, ${why}; will be tried again`;
}

/** Why an attempt failed. */
export const deliveryProblems: Readonly<
  Record<Exclude<DeliveryProblem, `status-${string}`>, string>
> = {
  "no-answer": "no answer within 10 seconds",
  unreachable: "the server can’t be reached",
  redirected: "the address leads to another one, which is not followed: set that one",
  "address-refused":
    "the address is in a private network: set a public one, or let whoever runs the server add its host to THROUGHLINE_ALLOW_HOSTS",
  "not-set-up": "it is not set up",
  "no-address": "its owner has no address",
};

/** @param code "503" */
export function serverAnswered(code: string): string {
  return `the server answered ${code}`;
}

/** What the form says of how an alert is sent. */
export const hints = {
  visitor: "Visitors of the demo send nothing.",
  noWebhook: "No webhook is set up; an admin can do it below.",
  noMail: "Mail is not set up.",
  any: "Any",
} as const;
