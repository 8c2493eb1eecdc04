import type { AssembledCase } from "@/lib/domain/case/case";
import type { PacketAtHandoff } from "@/lib/domain/case/handoff-packet";
import type { EvaluationSettings } from "@/lib/domain/settings/settings";
import { contextOf } from "../run-evaluators";
import { findPacket } from "./find-packet";
import { isOwnReturn } from "./is-own-return";

/**
 * Finds what was carried at each handoff of a case from an AI agent to a person. Where nothing was because
 * the customer came back on their own there is none.
 */
export function findPackets(
  assembled: AssembledCase,
  settings: EvaluationSettings,
): readonly PacketAtHandoff[] {
  const context = contextOf({ ...assembled, retrievals: [], spanValues: [] }, settings);
  return assembled.handoffs.flatMap((handoff) => {
    if (handoff.kind !== "ai-to-human") return [];
    const packet = findPacket(handoff, context);
    if (packet.form === "nothing" && isOwnReturn(handoff)) return [];
    return [{ handoff: handoff.ordinal, packet }];
  });
}
