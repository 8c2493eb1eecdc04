import type { CaseClosing, ClosureMethod } from "@/lib/domain/case/case";
import { formatInstant } from "@/lib/format/format";
import { closureMethodWords } from "@/lib/format/wording";

/**
 * Tells how and when a case ended, in the same words everywhere: who closed it, or that it fell silent.
 * @param closing its end; one that is only inferred was nobody's doing
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
      return `Fell silent: counted as ended from ${at}, nobody closed it`;
  }
}
