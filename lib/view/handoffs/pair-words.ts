import { channelWords } from "../wording";
import type { ChannelPair } from "../handoffs-query";

/** "Chat → Voice", "Within Chat". */
export function pairWords({ from, to }: ChannelPair): string {
  return from === to
    ? `Within ${channelWords[from]}`
    : `${channelWords[from]} → ${channelWords[to]}`;
}
