import type { Acknowledgement } from "@/lib/domain/settings/acknowledgement";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";

/** The server action that acknowledges an alarm with a note. */
export type AcknowledgeAlarm = (
  alarm: Pick<Acknowledgement, "channel" | "attribute" | "contract" | "note">,
) => Promise<MutationOutcome>;
