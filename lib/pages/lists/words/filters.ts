import type { Arrival } from "@/lib/analytics/facets/child-traits";
import type { EntityDimensions } from "@/lib/analytics/facets/dimension-groups";
import type { ListedThing } from "@/lib/analytics/filter/child-list-query";
import type { ContactAgents } from "@/lib/analytics/rows/contact-row";
import type { PromiseState } from "@/lib/domain/case/case-promise";

/** What a list lists, in the plural. */
export const thingNames: Readonly<Record<ListedThing, string>> = {
  contacts: "contacts",
  handoffs: "handoffs",
  promises: "promises",
  disclosures: "disclosures",
  pii: "personal values",
};

/** What leads to the channel a thing was on, and to the one it led to. */
export const channelLeads: Readonly<
  Record<ListedThing, { readonly on: string; readonly to: string }>
> = {
  contacts: { on: "on", to: "then back on" },
  handoffs: { on: "from", to: "to" },
  promises: { on: "made on", to: "that came up on" },
  disclosures: { on: "on", to: "then on" },
  pii: { on: "on", to: "then on" },
};

/** Filters of the cases. */
export const ofCases = {
  opened: (period: string) => `of cases opened ${period}`,
  filtered: (lead: string, filter: string) => `of cases ${lead} ${filter}`,
} as const;

/** Where a contained contact was followed by one of another case. */
export const anotherCase = "another case";

/** An agent of unknown kind, after "given by". */
export const agentUnknown = "an unknown agent";

const servedBy: Readonly<Record<ContactAgents, string>> = {
  ai: "AI alone",
  human: "people alone",
  both: "AI and people",
  unknown: agentUnknown,
};

const release = (name: string) => (name === "none" ? "without a release" : `under release ${name}`);

/** Filters of handoffs. */
export const ofHandoffs = {
  kind: (kind: string) => `of the kind ${kind}`,
  giver: (agent: string) => `given by ${agent}`,
  taker: (agent: string) => `taken over by ${agent}`,
  takerTeam: (team: string) =>
    team === "none"
      ? "where nobody named the team that took over"
      : `taken over by the team ${team}`,
  release,
  says: (topic: string) => `whose packet says ${topic}`,
  notes: {
    seen: "whose notes we can see",
    read: "in which notes were read",
    written: "in which notes were written",
    unseen: "whose notes we can’t see",
  },
} as const;

const ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth"] as const;

/** Filters of contacts. */
export const ofContacts = {
  ran: (prompt: string) => `that ran the prompt ${prompt}`,
  began: (from: string, to: string) =>
    from === to ? `that began on ${from}` : `that began ${from} – ${to}`,
  place: (number: number) => `that were the ${ordinals[number] ?? `${number}th`} of their case`,
  on: (channels: string) => `, on ${channels}`,
  thenNothing: ", and the last so far",
  thenAny: ", and followed by another",
  then: (channels: string) => `, and followed by ${channels}`,
  servedBy: (agents: ContactAgents) => `in contacts served by ${servedBy[agents]}`,
} as const;

/** Filters of promises. */
export const ofPromises: {
  readonly states: Readonly<Record<PromiseState, string>>;
  readonly receptions: Readonly<Record<EntityDimensions["promises"]["reception"], string>>;
} = {
  states: {
    kept: "kept on time",
    late: "kept too late",
    broken: "broken",
    overdue: "overdue now",
    unknown: "that cannot be checked",
    open: "not due yet or without a date",
  },
  receptions: {
    known: "known where they came up",
    denied: "that the next agent didn’t know about",
    ignored: "not taken up where they came up",
    "not-mentioned": "that nobody mentioned later",
    none: "after which no contact followed",
  },
};

/** Filters of disclosures. */
export const ofDisclosures = {
  rule: (rule: string) => `of the rule ${rule}`,
  reviewer: (name: string) => `last decided by ${name}`,
  severity: (severity: string) => `of ${severity} severity`,
} as const;

const arrived: Readonly<Record<Arrival, string>> = {
  leaked: "that arrived readable",
  redacted: "that the sender had redacted",
};

/** Filters of personal values. */
export const ofValues = {
  arrived,
  critical: "that are critical",
  notCritical: "that are not critical",
  type: (type: string) => `of the type ${type}`,
  place: (place: string) => `in ${place}`,
  source: (source: string) =>
    source === "none" ? "of no named tool or attribute" : `of ${source}`,
  release,
  first: "that are the first of their span",
} as const;
