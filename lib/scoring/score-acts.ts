import { z } from "zod";
import type { ActReader } from "@/lib/acts/act-reader";
import { questionOf } from "@/lib/acts/questions";
import type { ReadAct } from "@/lib/domain/acts/act";

/** A message with the other side's message before it, as training lines are. */
export const actRowSchema = z.object({
  id: z.string(),
  /** ISO 639-1; absent: found in the words. */
  lang: z.string().nullish(),
  speaker: z.enum(["customer", "agent"]),
  before: z.string().nullish(),
  text: z.string(),
});

/** The acts of a row, or that it was not read. */
export type ActLine = { readonly id: string } & (
  | { readonly acts: readonly ReadAct[] }
  | { readonly unread: true }
);

function isLikely({ certainty }: ReadAct): boolean {
  return certainty !== "possible";
}

/** What the message of a row likely does. */
export async function scoreActs(
  { id, lang, speaker, before, text }: z.infer<typeof actRowSchema>,
  reader: Pick<ActReader, "read">,
): Promise<ActLine> {
  const read = await reader.read(
    questionOf({ speaker, before: before ?? "", text, language: lang ?? null }),
  );
  return read === null ? { id, unread: true } : { id, acts: read.read.filter(isLikely) };
}
