import { createHash } from "node:crypto";
import type { ActQuestion } from "@/lib/acts/questions";

/** The same question to the same reader has the same hash: 128 bits, base64url. */
export function hashQuestion(
  reader: string,
  { speaker, language, before, text }: ActQuestion,
): string {
  return createHash("sha256")
    .update(JSON.stringify([reader, speaker, language, before, text]))
    .digest()
    .subarray(0, 16)
    .toString("base64url");
}
