"use server";

import { z } from "zod";
import { acknowledgementNoteMax } from "@/lib/domain/settings/acknowledgement";
import { channels } from "@/lib/domain/trace/channel";
import { personaAttributes } from "@/lib/domain/settings/persona-contract";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { mutate } from "../../mutate";

const acknowledged = z.strictObject({
  channel: z.enum(channels),
  attribute: z.enum(personaAttributes),
  contract: z.number().int().positive().nullable(),
  note: z.string().max(acknowledgementNoteMax),
});

/** Acknowledges an alarm. @param input the alarm and a note */
export async function acknowledgeAlarm(input: unknown): Promise<MutationOutcome> {
  return mutate("settings", acknowledged, input, (alarm, { actor }) => ({
    kind: "alarm-acknowledged",
    acknowledgement: { ...alarm, by: actor },
  }));
}
