import type { Channel } from "@/lib/domain/trace/channel";
import type { PromiseTab } from "./tally-promises";
import {
  defaultOverviewQuery,
  overviewSearch,
  type OverviewQuery,
} from "@/lib/analytics/filter/overview-query";

/** From one channel to the next, which may be the same. */
export type ChannelPair = { readonly from: Channel; readonly to: Channel };

/** Everything a view of the Handoffs page depends on, besides the instant. */
export type HandoffsQuery = OverviewQuery & {
  /** Whose quotations are shown; null: those of the pair that asks again most often. */
  readonly pair: ChannelPair | null;
  /** Which of them, from 1. */
  readonly quote: number;
  readonly promises: PromiseTab;
  /** Of the promises, from 1. */
  readonly page: number;
};

export const defaultHandoffsQuery: HandoffsQuery = {
  ...defaultOverviewQuery,
  pair: null,
  quote: 1,
  promises: "due",
  page: 1,
};

/** The address of a view of the Handoffs page, with defaults left out. */
export function handoffsHref(query: HandoffsQuery): string {
  const search = new URLSearchParams(overviewSearch(query));
  const { pair, quote, promises, page } = query;
  if (pair !== null) search.set("pair", `${pair.from}>${pair.to}`);
  if (quote !== defaultHandoffsQuery.quote) search.set("quote", String(quote));
  if (promises !== defaultHandoffsQuery.promises) search.set("promises", promises);
  if (page !== defaultHandoffsQuery.page) search.set("page", String(page));
  const text = search.toString();
  return text === "" ? "/handoffs" : `/handoffs?${text}`;
}
