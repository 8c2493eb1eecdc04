import type { CaseClosing, ClosureMethod } from "@/lib/domain/case/case";
import { formatInstant } from "@/lib/format/format";
import { closureMethodWords } from "@/lib/format/wording";

/**
 * How and when a case ended: who closed it, or that it fell quiet. The same text on every page.
 * @param closing an inferred one has no actor
 */
export function closedWords(closing: CaseClosing, method: ClosureMethod): string {
  const at = formatInstant(closing.atUs, "minute");
  const how = method === "unknown" ? "" : ` ${closureMethodWords[method]}`;
  switch (closing.from) {
    case "event":
      return `Closed${how} on ${at}`;
    case "record":
      return `Closed${how} on ${at}, according to the CRM`;
    case "inferred":
      return `Fell quiet; counted as ended from ${at}`;
  }
}
