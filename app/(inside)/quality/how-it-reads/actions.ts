"use server";

import { z } from "zod";
import { authorizeChange } from "@/lib/auth/authorize";
import type { TriedSentence } from "@/lib/pages/how-it-reads/reading-model";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";

const askedSchema = z.object({
  speaker: z.enum(["customer", "agent"]),
  before: z.string().max(2000),
  text: z.string().trim().min(1, "Write a message first.").max(2000),
});

/** Reads a sentence that somebody tries; nothing of it is kept. @returns a sentence if it could not be read */
export async function trySentence(asked: unknown): Promise<TriedSentence | string> {
  const authorized = await authorizeChange("view-cases");
  if (!authorized.isAllowed) return authorized.sentence;
  const parsed = askedSchema.safeParse(asked);
  if (!parsed.success) return "Write a message of at most 2,000 characters.";
  const read = await readOrReport("a sentence", () => askReader("readSentence", parsed.data));
  return read.isRead
    ? read.value
    : `The sentence could not be read (request ${read.requestId}). Try it again.`;
}
