import { z } from "zod";
import { channels } from "../trace/channel";

/** An id or name in a gate's files: it is printed, so no line breaks and nothing that XML lacks. */
export const gateName = z
  .string()
  .min(1, "is empty")
  .max(200, "is longer than 200 characters")
  .regex(/^[^\p{Cc}\p{Cs}\uFFFE\uFFFF]*$/u, "holds control characters");

/** A case of a cohort, frozen: what is replayed, and what it belongs to. */
const cohortItemSchema = z.strictObject({
  id: gateName,
  /** The customer or scenario that it shares with other items; null: none. */
  cluster: gateName.nullable(),
  /** The channels that the case goes over. */
  channels: z.array(z.enum(channels)),
  /** What should come of it, in words; null: not stated. */
  expected: gateName.nullable(),
  /** Such as an intent or a channel path; null: none. */
  stratum: gateName.nullable(),
});
export type CohortItem = Readonly<z.infer<typeof cohortItemSchema>>;

export const cohortSchema = z.strictObject({ name: gateName, items: z.array(cohortItemSchema) });
/** Items by id, each once. */
export type Cohort = Readonly<z.infer<typeof cohortSchema>>;
