import { formatCount, formatCounted } from "@/lib/format/format";

/** The page's frame. */
export const page = {
  printSubject: (caseId: string, workspace: string) => `Case ${caseId}, workspace ${workspace}`,
  periodUnknown: "unknown",
  period: (opened: string, last: string) => `${opened} to ${last}`,
  earlierVersion:
    "This case is being updated to the current version. Until then what its words show is missing here: what handoffs carried, promises, disclosures and claims. If this stays, look for the case on Data health.",
} as const;

/** Where the viewer came from, and the cases beside this one there. */
export const trail = {
  cases: "Cases",
  list: (list: string, total: number) => `${list}, ${formatCount(total)}`,
  place: (position: number, total: number) => `${formatCount(position)} of ${formatCount(total)}`,
  gone: "no longer in this list",
  beside: "Cases beside this one in the list",
  previous: "Previous case",
  next: "Next case",
} as const;

/** The toolbar. */
export const toolbar = { copyLink: "Copy link", copyId: "Copy id" } as const;

/** Facts below the title. */
export const keyFacts = {
  risk: (level: string) => `${level} risk`,
  teams: (names: string) => `team ${names}`,
  evidence: (evidence: string) => `Closure evidence: ${evidence}`,
  customerUnknown: "customer unknown",
  customer: "customer",
} as const;

/** The case in figures. */
export const figures = {
  contacts: "Contacts",
  channels: "Channels",
  duration: "From first to last contact",
  messages: "Messages",
  noHandoff: "no handoff",
  handoffs: (handoffs: number, switches: number) => {
    const across = switches === handoffs ? "all" : switches === 0 ? "none" : formatCount(switches);
    return `${formatCounted(handoffs, "handoff")}, ${across} across channels`;
  },
  fromSpans: (spans: number) => `from ${formatCounted(spans, "span")}`,
  rating: (csat: number) => `, CSAT ${csat} of 5`,
  timeUnknown: "no times recorded",
  to: "to",
} as const;

/** The card of the customer's mood. */
export const moods = {
  title: "The customer’s mood over the case",
  accuracy: "how accurate",
  contact: (ordinal: number) => `Contact ${ordinal}`,
  rise: "▲ frustrated: ",
  ease: "▼ eases: ",
  withoutSign: (contacts: number) =>
    `no sign of it in ${formatCounted(contacts, "more contact", "more contacts")}`,
  unscored: (contacts: number) => `${formatCounted(contacts, "contact")} could not be judged`,
} as const;

/** The card of personal data that arrived readable. */
export const leaks = {
  title: "Personal data",
  subtitle: "Masked before anything was stored; this is how it arrived.",
  spans: (spans: number) => `In ${formatCounted(spans, "span")}`,
  span: (spanId: string) => `Span ${spanId}`,
  more: (spans: number) => `and ${formatCount(spans)} more`,
  missed: (accuracy: string) => `Values the detector missed are not counted (${accuracy}).`,
  allRedacted: "Every personal value that was found had been redacted.",
  unread: "Where words are missing or not English, there may be more.",
} as const;

/** The card of findings about the data. */
export const findings = {
  title: "What is wrong with the data",
  subtitle: "Everything was kept; read the case with this in mind.",
} as const;
