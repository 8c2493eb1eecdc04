import type { Channel } from "@/lib/domain/channel";
import type { Outcome } from "@/lib/domain/outcome";

export const caseSortKeys = ["last_contact", "opened", "touchpoints", "handoffs", "case"] as const;
export type CaseSortKey = (typeof caseSortKeys)[number];

/** Everything a view of the Cases page depends on, besides the instant. */
export type CasesQuery = {
  readonly channels: readonly Channel[];
  readonly outcomes: readonly Outcome[];
  readonly text: string;
  readonly sort: CaseSortKey;
  readonly direction: "asc" | "desc";
  /** From 1. */
  readonly page: number;
};

export const defaultCasesQuery: CasesQuery = {
  channels: [],
  outcomes: [],
  text: "",
  sort: "last_contact",
  direction: "desc",
  page: 1,
};

/** The address of a view of the Cases page, with defaults left out. */
export function casesHref(query: CasesQuery): string {
  const search = new URLSearchParams();
  for (const channel of query.channels) search.append("channel", channel);
  for (const outcome of query.outcomes) search.append("outcome", outcome);
  if (query.text !== defaultCasesQuery.text) search.set("q", query.text);
  if (query.sort !== defaultCasesQuery.sort) search.set("sort", query.sort);
  if (query.direction !== defaultCasesQuery.direction) search.set("dir", query.direction);
  if (query.page !== defaultCasesQuery.page) search.set("page", String(query.page));
  const text = search.toString();
  return text === "" ? "/cases" : `/cases?${text}`;
}

/** True where the query leaves cases out. */
export function hasFilters(query: CasesQuery): boolean {
  return query.channels.length > 0 || query.outcomes.length > 0 || query.text !== "";
}

/** The query sorted by a column: the other way round where it already is, else its natural way. */
export function sortedBy(query: CasesQuery, sort: CaseSortKey): CasesQuery {
  const isSorted = query.sort === sort;
  const natural = sort === "case" ? "asc" : "desc";
  const turned = query.direction === "asc" ? "desc" : "asc";
  return { ...query, sort, direction: isSorted ? turned : natural, page: 1 };
}

/** A facet's chosen values with one more, or without it where it was among them. */
export function toggled<Value extends string>(
  chosen: readonly Value[],
  value: Value,
): readonly Value[] {
  return chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
}
