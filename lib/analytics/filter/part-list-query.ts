import type { Channel } from "@/lib/domain/trace/channel";
import type { Listed } from "../facets/dimension-groups";
import type { PartTraits } from "../facets/part-traits";
import type { MetricChoice } from "../metrics/metric";
import { casesSearch, defaultCasesQuery, type CasesQuery } from "./cases-query";
import { writeMetricChoice } from "./metric-choice";

/** What has lists of its own beside cases. */
export const listedThings = [
  "contacts",
  "handoffs",
  "promises",
] as const satisfies readonly Listed[];
export type ListedThing = (typeof listedThings)[number];

/** A channel, or that the customer was back in another case. */
export type NextChannel = Channel | "another case";

/** A list of contacts, handoffs or promises. */
export type PartListQuery = {
  readonly thing: ListedThing;
  /** Of which cases: its filters count, how it is sorted and shown does not. */
  readonly cases: CasesQuery;
  /** A part of a metric that counts such things; null: all of them. */
  readonly metric: MetricChoice | null;
  /** A contact's channel, the one that a handoff leaves, the one that a promise was made on; null: any. */
  readonly on: Channel | null;
  /** Where the customer was back, the channel that a handoff leads to, the one a promise came up on. */
  readonly to: NextChannel | null;
  /** What else such a thing has to be; absent: whatever it is. */
  readonly traits?: PartTraits;
  /** From 1. */
  readonly page: number;
};

/** The address of such a list, with defaults left out. */
export function partListHref(query: PartListQuery): string {
  return addressOf(`/lists/${query.thing}`, query);
}

/** The address of everything it lists, all pages, as CSV. */
export function partListCsvHref(query: PartListQuery): string {
  return addressOf(`/lists/${query.thing}/csv`, { ...query, page: 1 });
}

function addressOf(path: string, query: PartListQuery): string {
  const search = partListSearch(query);
  return search === "" ? path : `${path}?${search}`;
}

/** Such a list as a query string without its question mark, defaults left out. */
export function partListSearch({
  cases,
  metric,
  on,
  to,
  page,
  traits = {},
}: PartListQuery): string {
  const { facets, text, period } = cases;
  const search = new URLSearchParams(casesSearch({ ...defaultCasesQuery, facets, text, period }));
  if (metric !== null) search.set("metric", writeMetricChoice(metric));
  if (on !== null) search.set("on", on);
  if (to !== null) search.set("then", to);
  for (const [name, value] of Object.entries(traits)) search.set(name, value);
  if (page !== 1) search.set("page", String(page));
  return search.toString();
}
