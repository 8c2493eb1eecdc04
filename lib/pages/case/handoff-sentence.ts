import type { HandoffView } from "./case-page-model";
import { formatDuration } from "@/lib/format/format";
import { agentWords, channelWords, initiatorWords } from "@/lib/format/wording";
import { handoffLine } from "./words/handoffs";

/** A handoff as text: "Chat → Voice, AI → human, started by the customer, 2 d 4 h later". */
export function handoffSentence({
  handoff,
  fromChannel,
  toChannel,
}: Pick<HandoffView, "handoff" | "fromChannel" | "toChannel">): string {
  const isInside = handoff.fromInteraction === handoff.toInteraction;
  const channels =
    fromChannel === toChannel
      ? handoffLine[isInside ? "within" : "again"](channelWords[toChannel])
      : `${channelWords[fromChannel]} → ${channelWords[toChannel]}`;
  const agents = `${agentWords[handoff.fromKind]} → ${agentWords[handoff.toKind]}`;
  const gap = isInside ? [] : [gapWords(handoff.gapUs)];
  return [channels, agents, initiatorWords[handoff.initiator], ...gap].join(", ");
}

function gapWords(gapUs: number): string {
  return gapUs < 0
    ? handoffLine.overlapping(formatDuration(-gapUs))
    : handoffLine.later(formatDuration(gapUs));
}
