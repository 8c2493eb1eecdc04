import type { Acknowledgement } from "@/lib/domain/settings/acknowledgement";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";

/** Says that an alarm was seen, and what comes of it. */
export type AcknowledgeAlarm = (
  alarm: Pick<Acknowledgement, "channel" | "attribute" | "contract" | "note">,
) => Promise<MutationOutcome>;
