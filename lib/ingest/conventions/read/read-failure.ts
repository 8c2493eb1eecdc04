import { withoutStack } from "@/lib/domain/trace/span-failure";
import { isRedaction } from "@/lib/domain/trace/is-redaction";
import { readWord, type Scanned } from "./read-word";
import { scalarText } from "../json";

/**
 * Why a span failed: an attribute that says so, its status message, or the exception that it
 * recorded; without the stack.
 * @returns null if it does not say
 */
export function readFailure(scanned: Scanned): string | null {
  const { span } = scanned;
  const said = [
    readWord(scanned, "failure"),
    span.statusMessage,
    ...span.events.map((event) => scalarText(event.attributes.get("exception.message")) ?? ""),
  ];
  for (const text of said) {
    const reason = text === null ? "" : withoutStack(text);
    if (reason !== "" && !isRedaction(reason)) return reason;
  }
  return null;
}
