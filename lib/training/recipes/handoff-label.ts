import { z } from "zod";
import type { DataRow } from "../data-sets";

const labelSchema = z.object({
  reask: z.number(),
  contradicted: z.number(),
  lost: z.number(),
  promises: z.array(
    z.object({
      interaction: z.number(),
      message: z.number(),
      start: z.number(),
      end: z.number(),
      due: z.string().nullable(),
      status: z.enum(["open", "known", "denied", "ignored", "kept", "broken"]),
    }),
  ),
  events: z.array(
    z.object({
      type: z.enum(["reask", "contradict", "lost"]),
      interaction: z.number(),
      message: z.number(),
    }),
  ),
});

export type HandoffLabel = z.infer<typeof labelSchema>;

/** Parses the label of a spliced handoff. */
export function handoffLabel(row: DataRow): HandoffLabel {
  return labelSchema.parse(row.label);
}
