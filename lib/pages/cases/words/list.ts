import { formatCount, formatCounted } from "@/lib/format/format";

/** The page's frame. */
export const page = {
  title: "Cases",
  asOf: (instant: string, zone: string) => `As of ${instant} ${zone}.`,
  empty:
    "Cases appear here as soon as traces arrive that name one: each with its channels, its handoffs, how it ended and the words that prove it.",
  none: "No case matches all of these filters:",
  clearAll: "Clear all",
  escape: "Esc",
} as const;

/** The words of a search that no case has, and the words near to them. */
export const missingWords = {
  nothing: (word: string) => `Nothing says “${word}”.`,
  near: "Near:",
  cases: (count: number) => `(${formatCounted(count, "case")})`,
} as const;

/** The filters as a sentence. */
export const filterSentence = {
  label: "Filters in words",
  opened: "Cases opened",
  with: "with",
  sortedBy: "sorted by",
  remove: (filter: string) => `Remove the filter ${filter}`,
} as const;

/** The menu of outcomes. */
export const outcomeMenu = {
  any: "any outcome",
  name: (chosen: string) => `Outcome: ${chosen}`,
  anyOption: "Any",
  anyOf: "Any of these",
} as const;

/** The menu of the order. */
export const sortMenu = {
  name: (order: string) => `Sorted by ${order}`,
  order: "Order",
} as const;

/** The field that filters by words. */
export const textFilter = {
  name: "Filter cases by words",
  label: "Case, customer or words of a message",
  placeholder: "Filter",
} as const;

/** The panel of facets. */
export const facetPanel = {
  title: "Filters",
  button: (chosen: number) => (chosen === 0 ? "Filters" : `Filters ${formatCount(chosen)}`),
  fewer: "Fewer",
  more: (hidden: number) => `${formatCount(hidden)} more`,
  rarer: (values: number) => `and ${formatCount(values)} rarer: filter by words to narrow them`,
} as const;

/** The toolbar, with the menu of columns. */
export const toolbar = {
  csv: "CSV",
  csvTitle: "Every row of this list with the columns shown, as a file for spreadsheets",
  columns: "Columns",
  columnsBeside: "Columns beside the case",
  allColumns: "All at once",
  defaultColumns: "As they come",
} as const;

/** Cases by the day they were opened. */
export const strip = {
  label: "Cases by the day they were opened",
  table: "Show as table",
  caption: "Cases by the days they were opened",
  opened: "Opened",
  listed: "Listed",
  all: "All",
  of: (all: number) => ` of ${formatCount(all)}`,
  bar: (days: string, matching: number, all: number) =>
    `${days}: ${formatCount(matching)} of ${formatCount(all)}`,
} as const;

/** The table of cases. */
export const table = {
  label: "Cases",
  caption: "Cases, one row each",
  hiddenColumns: "Some columns do not fit here; the CSV has all of them.",
  pages: "Pages",
  preview: "Preview",
  position: (caseId: string, position: number, count: number) =>
    `${caseId}, ${position} of ${count} on this page`,
  notScored: "not scored",
  notScoredMeaning: "Nothing in this case was scored.",
  outcomeMeaning: (meaning: string, evidence: string) => `${meaning} Closure: ${evidence}.`,
  unknown: "unknown",
} as const;
