import type { AssembledCase } from "@/lib/domain/case/case";
import type { PacketAtHandoff } from "@/lib/domain/case/handoff-packet";
import type { EvaluationSettings } from "@/lib/domain/settings/settings";
import { contextOf } from "../run-evaluators";
import { findPacket } from "./find-packet";
import { isHandover } from "./is-handover";
import { isOwnReturn } from "./is-own-return";

/** Finds the packet of each handover by an AI agent. A customer who came back on their own has none. */
export function findPackets(
  assembled: AssembledCase,
  settings: EvaluationSettings,
): readonly PacketAtHandoff[] {
  const context = contextOf({ ...assembled, retrievals: [], spanValues: [] }, settings);
  return assembled.handoffs.flatMap((handoff) => {
    if (!isHandover(handoff, context)) return [];
    const packet = findPacket(handoff, context);
    if (packet.form === "nothing" && isOwnReturn(handoff, context)) return [];
    return [{ handoff: handoff.ordinal, packet }];
  });
}
