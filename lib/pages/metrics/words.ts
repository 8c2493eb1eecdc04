import type { MetricGroup } from "@/lib/analytics/metrics/metric";
import { displayZone, formatCount, formatCounted } from "@/lib/format/format";

/** The headings of the groups. */
export const groupTitles: Readonly<Record<MetricGroup, string>> = {
  resolution: "Resolution",
  contacts: "Contacts and channels",
  handoffs: "Handoffs and context",
  promises: "Promises",
  time: "Time",
  experience: "What customers say",
  quality: "Quality of answers",
  cost: "Cost",
  data: "What arrived",
};

const search = (text: string) => `with the words “${text}”`;
const counted = (metrics: number) => formatCounted(metrics, "metric");

/** The title, by how many metrics are found and how many can't be measured yet. */
export const title = {
  all: (found: number, missing: number) =>
    `${counted(found)}, each defined once; ${formatCount(missing)} more can’t be measured yet`,
  none: (text: string) => `No metric ${search(text)}`,
  missing: (missing: number, text: string) =>
    `${counted(missing)} ${search(text)}, can’t be measured yet`,
  found: (found: number, missing: number, text: string) =>
    `${counted(found)} ${search(text)}${missing === 0 ? "" : `; ${formatCount(missing)} more can’t be measured yet`}`,
} as const;

/** The page's frame. */
export const page = {
  intro: (instant: string) =>
    `Each metric has one definition: the same one computes the figure here and on every page, and filters the list behind it. Figures cover the cases below that you may see, as of ${instant} ${displayZone()}. Duplicates count in the case they were merged into. A range such as 57–68% holds the true figure 19 times in 20.`,
  endsUnknown: (ends: string, whatToSend: string) =>
    `${ends}, so figures that depend on it are left out. ${whatToSend}`,
  printedSearch: (text: string) => `with the words ${text}`,
  missing: "Not measured yet",
  missingSubtitle: "What you might look for, and what it would take",
} as const;

/** The search for a metric. */
export const metricSearch = { label: "Find a metric", submit: "Find", clear: "Show all" } as const;

/** A metric's definition, on each page that has its figure. */
export const definition = {
  title: "Definition",
  of: (metric: string) => `How ${metric} is counted`,
  allMetrics: "All metrics",
  measures: "Measures",
  range: "Range",
  exclusions: "Left out",
  adjusted: "Judged by",
  caution: "Note",
  direction: "How to read it",
  version: (version: number) => `, version ${version}`,
  noFigure: (ends: string) => `not available: ${ends}`,
} as const;
