import { z } from "zod";

/** What became of a file's content, when its cases are derived. */
const uploadResultSchema = z.object({
  /** The key of the batch it became. */
  batch: z.number(),
  accepted: z.number(),
  duplicate: z.number(),
  /** Spans that were refused. */
  rejected: z.number(),
  /** Reasons for refusal that can be read on the Ingest page. */
  refusals: z.number(),
  /** CRM records that were new. */
  records: z.number(),
  /** Cases of the spans and records that it brought. */
  cases: z.number(),
});

const uploadStateSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sending"), bytes: z.number() }),
  /** It is kept, and read when those before it are. */
  z.object({ kind: z.literal("waiting") }),
  z.object({ kind: z.literal("reading"), bytes: z.number() }),
  /** Its spans are stored; their cases are not all derived. */
  z.object({ kind: z.literal("deriving") }),
  z.object({ kind: z.literal("done"), ...uploadResultSchema.shape }),
  z.object({ kind: z.literal("failed"), sentence: z.string() }),
]);

export const uploadSchema = z.object({
  id: z.string(),
  /** The file's name, masked. */
  name: z.string(),
  /** Its size; null where the browser did not say. */
  bytes: z.number().nullable(),
  /** When its sending began, and when it reached its state: microseconds since 1970. */
  startUs: z.number(),
  atUs: z.number(),
  state: uploadStateSchema,
});

/** A file that a page sends. */
export type Upload = z.infer<typeof uploadSchema>;
export type UploadState = Upload["state"];
export type UploadResult = z.infer<typeof uploadResultSchema>;

/** Whether something will still happen with it by itself. */
export function isUnderWay({ state }: Pick<Upload, "state">): boolean {
  return state.kind !== "done" && state.kind !== "failed";
}
