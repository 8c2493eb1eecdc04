import { channels, type Channel } from "@/lib/domain/trace/channel";
import { promiseTabs } from "./tally-promises";
import { overviewFields } from "@/lib/analytics/filter/overview-query";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, optional, param, position, single } from "@/lib/format/address/field";

/** From one channel to the next, which may be the same. */
export type ChannelPair = { readonly from: Channel; readonly to: Channel };

const pairs = channels.flatMap((from) => channels.map((to): ChannelPair => ({ from, to })));
const asText = ({ from, to }: ChannelPair) => `${from}>${to}`;

/** Everything a view of the Handoffs page depends on, besides the instant. */
export const handoffsCodec = createCodec({
  ...overviewFields("90d"),
  /** Whose quotations are shown; null: those of the pair that asks again most often. */
  pair: optional(
    "pair",
    single((text) => pairs.find((pair) => asText(pair) === text), asText),
  ),
  /** Which of them, from 1. */
  quote: param("quote", position, 1),
  promises: param("promises", oneOf(promiseTabs), "due"),
  /** Of the promises, from 1. */
  page: param("page", position, 1),
});
export const defaultHandoffsQuery = handoffsCodec.defaultValue;
export type HandoffsQuery = QueryOf<typeof handoffsCodec>;

/** The address of a view of the Handoffs page, with defaults left out. */
export function handoffsHref(query: HandoffsQuery): string {
  return handoffsCodec.href("/handoffs", query);
}
