import { z } from "zod";
import { channels } from "../trace/channel";
import { gateActionSchema } from "./gate-action";
import { gateName } from "./gate-name";

/** What somebody wrote or said; it may have several lines. */
export const cohortText = z
  .string()
  .min(1, "is empty")
  .max(100_000, "is longer than 100,000 characters");

/** A persona or a scenario: kept and shown, and not read any further. */
const cohortRecordSchema = z.strictObject({
  name: gateName,
  /** Such as age, communication style, account state. */
  fields: z.record(gateName, cohortText),
});
export type CohortRecord = Readonly<z.infer<typeof cohortRecordSchema>>;

const openingMessageSchema = z.strictObject({ channel: z.enum(channels), text: cohortText });

/** A case of a cohort, frozen: what is replayed, and what it belongs to. */
export const cohortItemSchema = z.strictObject({
  id: gateName,
  /** The customer or scenario that it shares with other items; null: none. */
  cluster: gateName.nullable(),
  /** The channels that the case goes over. */
  channels: z.array(z.enum(channels)),
  /** What should come of it, in words; null: not stated. */
  expected: gateName.nullable(),
  /** What the agent should change, and nothing else; absent: not stated. */
  actions: z.array(gateActionSchema).max(50).optional(),
  /** Such as an intent or a channel path; null: none. */
  stratum: gateName.nullable(),
  /** What the customer wrote or said, in order, as it is stored: masked. */
  opening: z.array(openingMessageSchema).optional(),
  /** What the customer is in and wants, for who plays the customer. */
  situation: cohortText.optional(),
  scenario: cohortRecordSchema.optional(),
  persona: cohortRecordSchema.optional(),
  /** The production case that it was made of; absent or "import": it came from a file. */
  source: gateName.optional(),
});
export type CohortItem = Readonly<z.infer<typeof cohortItemSchema>>;

export const cohortSchema = z.strictObject({ name: gateName, items: z.array(cohortItemSchema) });
/** Items by id, each once. */
export type Cohort = Readonly<z.infer<typeof cohortSchema>>;

/** A cohort that no longer changes. */
export type FrozenCohort = Cohort & {
  /** From 1; a change makes the next one. */
  readonly version: number;
  /** Of the items in canonical form: what a run of the cohort states, and what the gate compares. */
  readonly sha256: string;
};
