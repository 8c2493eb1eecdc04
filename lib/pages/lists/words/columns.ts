import { displayZone } from "@/lib/format/format";

/** The page around the table. */
export const page = {
  asOf: (instant: string) => `As of ${instant} ${displayZone()}, the latest first.`,
  removeFilter: "remove this filter",
  csv: "CSV",
  noneAtAll: (things: string) => `No case has any ${things}`,
  noneMatch: (things: string) => `No ${things} match`,
  allCases: "All cases",
  all: (things: string) => `All ${things}`,
  caption: (things: string) => `One row each: ${things}`,
  pages: "Pages",
} as const;

/** The heading of the case's id. */
export const caseId = "Case id";

/** The headings after it. */
export const headings = {
  contacts: [
    "Channel",
    "Agents",
    "Team",
    "Started",
    "Handled",
    "First answer",
    "Prompt",
    "Release",
    "Case",
  ],
  handoffs: [
    "From",
    "To",
    "To team",
    "When",
    "After",
    "Asked again",
    "Facts carried",
    "Facts repeated",
    "Contradicted",
    "Lost",
    "AI handed over",
  ],
  promises: [
    "Made on",
    "By",
    "Customer",
    "What",
    "Words",
    "Made",
    "Due",
    "State",
    "Then",
    "Owner now",
  ],
  disclosures: [
    "Rule",
    "Version",
    "Channel",
    "When",
    "Agents",
    "Release",
    "Region",
    "Risk",
    "Found",
    "Words",
    "Reason",
    "Decision",
    "Words from",
  ],
  pii: [
    "Type",
    "Arrived",
    "Sensitivity",
    "Place",
    "Tool or attribute",
    "Channel",
    "When",
    "Release",
  ],
} as const;

/** The headings of columns that only the file has, after the others. */
export const fileHeadings = {
  disclosures: ["Contact", "Contact id"],
  promises: ["Agent kind", "Team", "Overdue by (s)"],
} as const;

/** The units of the file's columns, by heading. */
export const fileUnits: Readonly<Record<string, string>> = {
  Started: "UTC",
  When: "UTC",
  Made: "UTC",
  Due: "UTC",
  Handled: "s",
  "First answer": "s",
  After: "s",
};

/** The heading of a score's version in the file. */
export function versionHeading(score: string): string {
  return `${score}: version`;
}

/** What stands in a cell. */
export const cells = {
  noDate: "no date",
  bothAgents: "AI and human",
  nobody: "nobody",
  asked: { kept: "no", "said-again": "said again", "asked-again": "yes" },
  noPacket: "nothing",
  packet: (form: string, topics: string) => `${form}: ${topics}`,
  promiseStates: {
    kept: "kept",
    late: "late",
    broken: "broken",
    open: "open",
    overdue: "overdue",
    unknown: "cannot be checked",
  },
  noLaterContact: "no later contact",
  received: {
    known: (channel: string) => `known on ${channel}`,
    denied: (channel: string) => `denied on ${channel}`,
    ignored: (channel: string) => `not taken up on ${channel}`,
    "not-mentioned": (channel: string) => `not mentioned on ${channel}`,
  },
} as const;
