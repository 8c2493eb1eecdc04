import { facetNames, noFacets, type FacetName } from "../facets/registry";
import type { MetricChoice } from "../metrics/metric";

import { writeMetricChoice } from "./metric-choice";

export { facetNames, type FacetName };

/** Columns that can be shown or hidden; the case itself always stands first. */
export const caseColumns = [
  "customer",
  "type",
  "journey",
  "touchpoints",
  "handoffs",
  "worst_score",
  "outcome",
  "opened",
  "last_contact",
  "risk",
  "region",
  "team",
  "csat",
  "release",
  "messages",
] as const;
export type CaseColumn = (typeof caseColumns)[number];

export const caseSortKeys = [
  "last_contact",
  "opened",
  "touchpoints",
  "handoffs",
  "messages",
  "worst_score",
  "outcome",
  "type",
  "risk",
  "csat",
  "case",
] as const;
export type CaseSortKey = (typeof caseSortKeys)[number];

export const relativePeriods = ["7d", "30d", "90d"] as const;
export type RelativePeriod = (typeof relativePeriods)[number];

/** ISO dates in the display zone, both inclusive; null: from the oldest data, up to the newest. One of them is a day. */
export type PeriodDays =
  | { readonly from: string; readonly to: string | null }
  | { readonly from: null; readonly to: string };

/** By the instant a case was opened. */
export type Period = "all" | RelativePeriod | PeriodDays;

export type CaseFacets = Readonly<Record<FacetName, readonly string[]>>;

/** Everything a view of the Cases page depends on, besides the instant. */
export type CasesQuery = {
  readonly facets: CaseFacets;
  /** Words of the conversation, or the beginning of a case's or customer's id. */
  readonly text: string;
  readonly period: Period;
  /** Cases that a part of a metric counts; null: any. */
  readonly metric: MetricChoice | null;
  readonly sort: CaseSortKey;
  readonly direction: "asc" | "desc";
  /** From 1. */
  readonly page: number;
  readonly columns: readonly CaseColumn[];
  /** The case shown beside the list. */
  readonly peek: string | null;
};

export const defaultCasesQuery: CasesQuery = {
  facets: noFacets,
  text: "",
  period: "all",
  metric: null,
  sort: "last_contact",
  direction: "desc",
  page: 1,
  columns: ["type", "journey", "touchpoints", "handoffs", "outcome", "last_contact"],
  peek: null,
};

/** The address of a view of the Cases page, with defaults left out. */
export function casesHref(query: CasesQuery): string {
  const text = casesSearch(query);
  return text === "" ? "/cases" : `/cases?${text}`;
}

/** The address of everything a view lists, all pages, as CSV. */
export function casesCsvHref(query: CasesQuery): string {
  const text = casesSearch({ ...query, page: 1, peek: null });
  return text === "" ? "/cases.csv" : `/cases.csv?${text}`;
}

/** The address of what is shown of `query.peek` beside the list. */
export function casePeekHref(query: CasesQuery): string {
  return `/api/cases/peek?${casesSearch(query)}`;
}

/** A view of the Cases page as a query string without its question mark, defaults left out. */
export function casesSearch(query: CasesQuery): string {
  let search = "";
  // Written by hand: a page has thousands of addresses, and `URLSearchParams` is slow to fill.
  const add = (name: string, value: string) => {
    search += `${search === "" ? "" : "&"}${name}=${encoded(value)}`;
  };
  for (const name of facetNames) {
    for (const value of query.facets[name]) add(name, value);
  }
  if (query.text !== defaultCasesQuery.text) add("q", query.text);
  addPeriod(add, query.period);
  if (query.metric !== null) add("metric", writeMetricChoice(query.metric));
  if (query.sort !== defaultCasesQuery.sort) add("sort", query.sort);
  if (query.direction !== defaultCasesQuery.direction) add("dir", query.direction);
  if (query.page !== defaultCasesQuery.page) add("page", String(query.page));
  if (query.columns !== defaultCasesQuery.columns) {
    const columns = query.columns.join(".");
    if (columns !== defaultCasesQuery.columns.join(".")) add("cols", columns);
  }
  if (query.peek !== null) add("peek", query.peek);
  return search;
}

/** What stands for itself in an address. */
const plain = /^[\w*.-]*$/;
const spared = /%20|[!'()~]/;

/** As forms are sent: with a plus for a space, and without the signs that `encodeURIComponent` spares. */
function encoded(value: string): string {
  if (plain.test(value)) return value;
  const written = encodeURIComponent(value.toWellFormed());
  if (!spared.test(written)) return written;
  return written.replaceAll(/%20|[!'()~]/g, (sign) =>
    sign === "%20" ? "+" : `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function addPeriod(add: (name: string, value: string) => void, period: Period): void {
  if (period === defaultCasesQuery.period) return;
  if (typeof period === "string") add("period", period);
  else {
    if (period.from !== null) add("from", period.from);
    if (period.to !== null) add("to", period.to);
  }
}

/** True where the query leaves cases out. */
export function hasFilters(query: CasesQuery): boolean {
  const { facets, text, period, metric } = query;
  if (text !== "" || period !== "all" || metric !== null) return true;
  return facetNames.some((name) => facets[name].length > 0);
}

/** The query without any filter; how it is sorted and which columns it shows stay. */
export function withoutFilters(query: CasesQuery): CasesQuery {
  return { ...query, facets: noFacets, text: "", period: "all", metric: null, page: 1 };
}

/** The query sorted by a column: the other way round where it already is, else its natural way. */
export function sortedBy(query: CasesQuery, sort: CaseSortKey): CasesQuery {
  const isSorted = query.sort === sort;
  const turned = query.direction === "asc" ? "desc" : "asc";
  return { ...query, sort, direction: isSorted ? turned : naturalDirection(sort), page: 1 };
}

const ascending: readonly CaseSortKey[] = ["case", "type", "outcome", "worst_score", "handoffs"];

/** Names from A, the worst first, everything else the most or the latest first. */
function naturalDirection(sort: CaseSortKey): "asc" | "desc" {
  return ascending.includes(sort) ? "asc" : "desc";
}

/** The query with one more value chosen in a facet, or without it where it was among the chosen. */
export function withToggled(query: CasesQuery, name: FacetName, value: string): CasesQuery {
  const chosen = query.facets[name];
  const values = chosen.includes(value)
    ? chosen.filter((each) => each !== value)
    : [...chosen, value];
  return { ...query, facets: { ...query.facets, [name]: values }, page: 1 };
}
