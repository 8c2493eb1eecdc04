import { isRedaction } from "./is-redaction";
import type { SpanRemainder } from "./trace";

/** Attributes that say in words why a span failed, then its error's class alone. */
const reasonKeys = [
  "error.message",
  "exception.message",
  "langfuse.observation.status_message",
] as const;
const classKeys = ["error.type", "exception.type"] as const;

/** Reads why a stored span failed, without its stack; null if nothing says so. */
export function readSpanFailure({
  attributes,
  statusMessage = "",
  events = [],
}: SpanRemainder): string | null {
  const said = [
    ...reasonKeys.map((key) => attributes[key]),
    statusMessage,
    ...events.map((event) => event.attributes["exception.message"]),
    ...classKeys.map((key) => attributes[key]),
    ...events.map((event) => event.attributes["exception.type"]),
  ];
  for (const text of said) {
    const reason = typeof text === "string" ? withoutStack(text) : "";
    if (reason !== "" && !isRedaction(reason)) return reason;
  }
  return null;
}

const traceback = "Traceback (most recent call last)";
const stackFrame = /\n\s+at \S|Traceback \(most recent call last\)|\n\s+File "/;

/**
 * An error's message without its stack. LangChain and LangSmith append one, which begins with the message again; where
 * Python's traceback is all, its last line has the message.
 */
export function withoutStack(text: string): string {
  const frame = text.search(stackFrame);
  if (frame === -1) return text.trim();
  if (text.trimStart().startsWith(traceback)) return text.trim().split("\n").at(-1)?.trim() ?? "";
  const [first = ""] = text.slice(0, frame).split("\n\n");
  return first.trim();
}
