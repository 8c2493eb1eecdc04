/** Around the sheets. */
export const reportWords = {
  /** @param period "27 Aug 2026 – 24 Nov 2026" */
  title: (period: string) => `Cases, ${period}`,
  twoSheets: "Two-page version",
  whole: "The whole report",
  letters: "Letters above the lines:",
  foot: "A range such as 57–68% holds the true figure 19 times in 20. A case counts in the period in which it was opened. Cases in progress and cases of unknown outcome are counted apart.",
} as const;

/** The first sheet. */
export const boardWords = {
  about: (workspace: string, period: string) =>
    `Throughline · ${workspace} · Cases opened ${period}`,
  /** @param before "the 90 days before", or `nothing` */
  compared: (before: string) => `compared with ${before}`,
  nothing: "nothing",
  /** Before the value of the period before. */
  before: "Before:",
  findings: "What stands out",
  asks: "What we ask for",
  noAsks: "Nothing yet: no finding in this period is certain.",
  /** @param how "Set csat.score, 1 to 5, on any span." */
  ask: (evidence: string, count: string, how: string) => `${evidence} (so far: ${count}). ${how}`,
  /** Before the name of a page. */
  see: "See",
} as const;

/** The details. */
export const panelWords = {
  weeks: "Week by week",
  weeksSubtitle: "The lines under the figures, by the week in which cases were opened",
  weeksNote: "Hollow and dashed: more than a tenth of the week’s cases cannot be judged yet.",
  /** @param what "all cases 64%" */
  dotted: (what: string) => `Dotted line: ${what}.`,
} as const;

/** What the figures rest on. */
export const factWords = {
  names: {
    workspace: "Workspace",
    opened: "Cases opened",
    compared: "Compared with",
    filters: "Filters",
    zone: "Days and times",
    asOf: "As of",
    newest: "Newest contact",
    evaluators: "Evaluators",
    definitions: "Definitions",
    data: "Data",
  },
  none: "none",
  noneYet: "none yet",
  /** @param hash in hexadecimal digits */
  data: (hash: string) => `SHA-256 ${hash} of the CSV of its cases, by id, with all columns`,
  /** @param hash the first of its hexadecimal digits */
  definitions: (metrics: number, hash: string) =>
    `${String(metrics)} metrics, SHA-256 ${hash} of their ids and versions`,
} as const;
