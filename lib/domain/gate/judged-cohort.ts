import { z } from "zod";
import { cohortItemSchema } from "./cohort";
import { gateName } from "./gate-name";

const judgedItemSchema = cohortItemSchema.pick({
  id: true,
  cluster: true,
  channels: true,
  stratum: true,
});
/** What decides of an item. Its cluster is an opaque name: "c1". */
export type JudgedItem = Readonly<z.infer<typeof judgedItemSchema>>;

export const judgedCohortSchema = z.strictObject({
  name: gateName,
  /** Of all of its contents: what the cohort is known by. */
  sha256: gateName,
  items: z.array(judgedItemSchema),
});
/**
 * A cohort as a verdict keeps it. It holds nothing that a customer or a person wrote, and nobody's id: a verdict
 * outlives what is erased.
 */
export type JudgedCohort = Readonly<z.infer<typeof judgedCohortSchema>>;
