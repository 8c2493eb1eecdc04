import { displayZone, formatCount, formatCounted } from "@/lib/format/format";

/** The title: "3 cases, none of the 2 old enough to judge was resolved with evidence". */
export const title = {
  of: (cases: number, proof: string, recurring: string) =>
    `${formatCounted(cases, "case")}, ${proof}${recurring}`,
  noneJudged: "none old enough to judge",
  endsUnknown: (cases: number) => `nothing shows how ${cases === 1 ? "it" : "they"} ended`,
  onlyCase: (isResolved: boolean) => `${isResolved ? "" : "not "}resolved with evidence`,
  resolved: (resolved: number, judged: number) =>
    `${resolved === 0 ? "none" : formatCount(resolved)} of the ${formatCount(judged)} old enough to judge ${resolved > 1 ? "were" : "was"} resolved with evidence`,
  recurring: (about: string, cases: number) => `; ${about} came up ${formatCount(cases)} times`,
} as const;

/** The page's frame. */
export const page = {
  cases: "Cases",
  customer: "customer",
  contacts: (contacts: number, instant: string) =>
    `· ${formatCounted(contacts, "contact")} · as of ${instant} ${displayZone()}`,
  latest: (shown: number, total: number) =>
    `Shown are the latest ${formatCount(shown)} of ${formatCount(total)} cases.`,
} as const;

/** The lanes of contacts. */
export const lanes = {
  title: "Contacts by channel",
  subtitle: "Over all cases; AI outlined, people filled",
  label: (contacts: string) => `Contacts by channel over time: ${contacts}`,
  count: (contacts: number, channel: string) => formatCounted(contacts, `${channel} contact`),
} as const;

/** The table of cases. */
export const cases = {
  title: "Cases and contacts over time",
  subtitle: "Latest first; each mark is a contact",
  case: "Case",
  about: "About",
  journey: "Journey",
  outcome: "Outcome",
  opened: "Opened",
} as const;

/** Issues that came up more than once. */
export const recurringIssues = {
  none: "No issue came up twice",
  noneNote: "Issues that come back are listed here, with what was tried each time.",
  title: (about: string) => `Recurring: ${about}`,
  subtitle: (cases: number) =>
    `${formatCounted(cases, "case")}, earliest first; what was tried and what worked`,
  held: "Held",
  cameBack: "Came back",
  cameBackAfter: (gap: string) => `Came back after ${gap}`,
} as const;

/** The form that erases the customer. */
export const erasing = {
  button: "Erase this customer",
  title: "Erase this customer?",
  description: "This cannot be taken back.",
  submit: "Erase",
  contacts: (contacts: number) => formatCounted(contacts, "contact"),
  in: "in",
  cases: (cases: number) => formatCounted(cases, "case"),
  gone: "will be gone, with everything that was found, noted, labelled and decided about them. If other customers take part in one of these cases, their contacts stay.",
  later:
    "Whatever comes in about this customer later will not be stored. The audit keeps that you erased a customer, when, and how much it was, but not who it was.",
} as const;
