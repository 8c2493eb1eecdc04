import { z } from "zod";
import type { DataRow } from "../data-sets";

const placeSchema = z.object({
  interaction: z.number(),
  message: z.number(),
  start: z.number(),
  end: z.number(),
});

const labelSchema = z.object({ promises: z.array(placeSchema), arguable: z.boolean() });
const metaSchema = z.object({ target_message: z.number() });

/** The label of one real message. */
type PromiseLabel = {
  /** Ordinal of the labelled message; no other message of the row is labelled. */
  readonly target: number;
  readonly promises: readonly z.infer<typeof placeSchema>[];
  /** True if the reader could not decide: the row counts neither way. */
  readonly isArguable: boolean;
};

/** Parses the label of a row of `promises.real`. */
export function labelledPromise(row: DataRow): PromiseLabel {
  const { promises, arguable } = labelSchema.parse(row.label);
  return { target: metaSchema.parse(row.meta).target_message, promises, isArguable: arguable };
}
