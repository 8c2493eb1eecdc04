import { channels, type Channel } from "@/lib/domain/trace/channel";
import { promiseTabs } from "@/lib/analytics/handoffs/tally-promises";
import { overviewFields } from "@/lib/analytics/filter/overview-query";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, optional, param, position, single } from "@/lib/format/address/field";

/** From one channel to the next, which may be the same. */
export type ChannelPair = { readonly from: Channel; readonly to: Channel };

const pairs = channels.flatMap((from) => channels.map((to): ChannelPair => ({ from, to })));
const asText = ({ from, to }: ChannelPair) => `${from}>${to}`;

/** The query of the Handoffs page. */
export const handoffsCodec = createCodec({
  ...overviewFields,
  /** The pair whose quotes are shown; null: the one with the most repeated questions. */
  pair: optional(
    "pair",
    single((text) => pairs.find((pair) => asText(pair) === text), asText),
  ),
  /** Index of the quote, from 1. */
  quote: param("quote", position, 1),
  promises: param("promises", oneOf(promiseTabs), "due"),
  /** Page of promises, from 1. */
  page: param("page", position, 1),
});
export const defaultHandoffsQuery = handoffsCodec.defaultValue;
export type HandoffsQuery = QueryOf<typeof handoffsCodec>;

/** The address of a view of the Handoffs page, with defaults left out. */
export function handoffsHref(query: HandoffsQuery): string {
  return handoffsCodec.href("/handoffs", query);
}
