import { z } from "zod";
import { readColumnsSchema } from "./read-columns";

/** The contents of a file once its cases are derived. */
const uploadResultSchema = z.object({
  batch: z.number(),
  accepted: z.number(),
  /** Spans kept in place of stored ones of the same ids that differ. */
  overwritten: z.number(),
  duplicate: z.number(),
  /** Spans that differ from the stored ones of the same ids, which stand. */
  differing: z.number(),
  rejected: z.number(),
  /** Reasons of rejects listed on the Ingest page. */
  refusals: z.number(),
  records: z.number(),
  /** Log events with words of spans that were new. */
  events: z.number(),
  /** Spans and records of erased customers, which were not stored. */
  erased: z.number(),
  /** Those older than the retention, which were not stored. */
  expired: z.number(),
  /** Cases of its spans and records. */
  cases: z.number(),
  /** Cases of its spans without words of the customer, or without those of an agent. */
  oneSided: z.number(),
  /** Replays of cohorts' items, which are no cases. */
  replays: z.number(),
  /** Traces that were of production until its spans named a cohort's item. */
  leftProduction: z.number(),
  /** Of a table; null: it was none. */
  columns: readColumnsSchema.nullable(),
});

const uploadStateSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sending"), bytes: z.number() }),
  /** Stored and queued behind other files. */
  z.object({ kind: z.literal("waiting") }),
  z.object({ kind: z.literal("reading"), bytes: z.number() }),
  /** Its spans are stored; their cases are not all derived yet. */
  z.object({ kind: z.literal("deriving") }),
  z.object({ kind: z.literal("done"), ...uploadResultSchema.shape }),
  z.object({ kind: z.literal("failed"), sentence: z.string() }),
]);

export const uploadSchema = z.object({
  id: z.string(),
  /** The file's name, masked. */
  name: z.string(),
  /** Its size; null if the browser did not send it. */
  bytes: z.number().nullable(),
  /** When the upload began, and when it reached its state: microseconds since 1970. */
  startUs: z.number(),
  atUs: z.number(),
  state: uploadStateSchema,
});

export type Upload = z.infer<typeof uploadSchema>;
export type UploadState = Upload["state"];
export type UploadResult = z.infer<typeof uploadResultSchema>;

/** Whether its state will still change by itself. */
export function isUnderWay({ state }: Pick<Upload, "state">): boolean {
  return state.kind !== "done" && state.kind !== "failed";
}
