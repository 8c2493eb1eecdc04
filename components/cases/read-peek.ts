import { z } from "zod";
import type { CasePeek } from "@/lib/pages/case/title/case-peek";

/** Not validated further: app/api/cases/peek of the same build produces this type. */
const answer = z.custom<CasePeek | null>((value) => typeof value === "object");

/** Reads the preview of a case. @throws on any response but 2xx */
export async function readPeek(href: string, signal: AbortSignal): Promise<CasePeek | null> {
  const response = await fetch(href, { signal });
  if (!response.ok) throw new Error(`The preview's request was answered ${response.status}.`);
  return answer.parse(await response.json());
}
