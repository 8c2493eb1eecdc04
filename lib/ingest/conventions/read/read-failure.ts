import { isRedaction } from "../is-redaction";
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

const stackFrame = /\n\s+at \S|\nTraceback \(most recent call last\)|\n\s+File "/;

/** LangChain appends an error's stack, which begins with the message again. */
function withoutStack(text: string): string {
  const frame = text.search(stackFrame);
  if (frame === -1) return text.trim();
  const [first = ""] = text.slice(0, frame).split("\n\n");
  return first.trim();
}
