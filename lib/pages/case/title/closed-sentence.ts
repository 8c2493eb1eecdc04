import type { CaseClosing, ClosureMethod } from "@/lib/domain/case/case";
import { formatInstant } from "@/lib/format/format";
import { closureMethodWords } from "@/lib/format/wording";
import { closings } from "../words/outcome";

/**
 * How and when a case ended: who closed it, or that it fell quiet. The same text on every page.
 * @param closing an inferred one has no actor; null: nobody closed it
 */
export function closedSentence(closing: CaseClosing | null, method: ClosureMethod): string {
  if (closing === null) return closings.notClosed;
  const at = formatInstant(closing.atUs, "minute");
  const how = method === "unknown" ? "" : ` ${closureMethodWords[method]}`;
  switch (closing.from) {
    case "event":
      return closings.event(how, at);
    case "record":
      return closings.record(how, at);
    case "inferred":
      return closings.inferred(at);
  }
}
