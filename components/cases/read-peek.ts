import { z } from "zod";
import type { CasePeek } from "@/lib/pages/case/title/case-peek";

/** The guarantee: the route beside it answers with exactly this type, written by the same build. */
const answer = z.custom<CasePeek | null>((value) => typeof value === "object");

/** Reads what is shown of a case beside the list. @throws where the server does not answer with it */
export async function readPeek(href: string, signal: AbortSignal): Promise<CasePeek | null> {
  const response = await fetch(href, { signal });
  if (!response.ok) throw new Error(`The preview's request was answered ${response.status}.`);
  return answer.parse(await response.json());
}
