import { channelWords } from "@/lib/format/wording";
import type { ChannelPair } from "./url";

/** "Chat → Voice", "Within Chat". */
export function pairWords({ from, to }: ChannelPair): string {
  return from === to
    ? `Within ${channelWords[from]}`
    : `${channelWords[from]} → ${channelWords[to]}`;
}
