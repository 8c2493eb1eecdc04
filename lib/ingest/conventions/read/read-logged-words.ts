import type { Reading } from "@/lib/domain/trace/reading";
import type { AttributeValue, Attributes, SpanEvent } from "@/lib/domain/trace/span";
import { isRedaction } from "@/lib/domain/trace/is-redaction";
import { isRecord } from "../json";
import { scanAttributes } from "../scan";
import { readBothSides } from "./read-both-sides";

/** The words of a GenAI log record, and its attributes without them. */
export type LoggedWords = Pick<Reading, "system" | "input" | "output"> & {
  readonly attributes: Attributes;
};

/** True for the name of an event that may carry a span's words, "gen_ai.choice", or its evaluation. */
export function isGenAiEvent(name: string): boolean {
  return name.startsWith("gen_ai.");
}

/**
 * Claude Code's event with a reply's words, which no span of it has. Others of its events repeat what spans have.
 */
const replyEvent = { name: "claude_code.assistant_response", words: "response" } as const;

/** True for the log record of a reply that its span leaves out. It may have its name in the body. */
export function isReplyRecord(name: string, body: AttributeValue): boolean {
  return name === replyEvent.name || body === replyEvent.name;
}

/** What asked the model for a reply that the customer sees: the SDK's caller, the main conversation; unknown: so too. */
const askers = /^(?:sdk|repl_main_thread)/u;

/** @returns null if its words were not sent, or if it is a title, a summary or a sub-agent's */
export function readReplyRecord(attributes: Attributes): LoggedWords | null {
  const text = attributes.get(replyEvent.words);
  const asker = attributes.get("query_source") ?? "sdk";
  if (typeof text !== "string" || text === "" || isRedaction(text)) return null;
  if (typeof asker !== "string" || !askers.test(asker)) return null;
  const rest = [...attributes].filter(([key]) => key !== replyEvent.words);
  const output = [{ speaker: "agent" as const, text }];
  return { system: null, input: null, output, attributes: new Map(rest) };
}

/** True for the event that tells an evaluation of its span. */
export function isEvaluationEvent(name: string): boolean {
  return name.startsWith("gen_ai.evaluation.");
}

const wordKeys: ReadonlySet<string> = new Set([
  ...["gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions"],
  ...["gen_ai.event.content", "gen_ai.prompt", "gen_ai.completion"],
  ...["body", "message", "content", "parts", "role", "tool_calls", "tool_call_id"],
]);
const noAttributes: Attributes = new Map();
const noScan = scanAttributes(noAttributes, "");

/**
 * Reads a log record's words as those of a span event of the same name; of an evaluation, what it tells is in the
 * attributes.
 * @param body null if it has none
 * @returns null if it holds neither words, as content capture is off, nor an evaluation
 */
export function readLoggedWords(
  name: string,
  attributes: Attributes,
  body: AttributeValue,
): LoggedWords | null {
  const said = new Map(attributes);
  if (isRecord(body)) addLists(body, said);
  if (isEvaluationEvent(name)) {
    const isNamed = said.has("gen_ai.evaluation.name");
    return isNamed ? { system: null, input: null, output: null, attributes: said } : null;
  }
  if (body !== null) said.set("body", body);
  const { system, input, output } = readBothSides(
    carrierOf({ name, atUs: 0, attributes: said }),
    noScan,
    {
      kind: "llm",
      rule: null,
    },
  );
  if (system === null && input === null && output === null) return null;
  const rest = [...attributes].filter(([key]) => !wordKeys.has(key));
  return { system, input, output, attributes: new Map(rest) };
}

/** Some writers put the lists of messages into the body, under the attributes' names. */
function addLists(
  body: { readonly [key: string]: AttributeValue },
  into: Map<string, AttributeValue>,
): void {
  for (const key of Object.keys(body)) {
    const value = body[key];
    if (key.startsWith("gen_ai.") && value !== undefined && !into.has(key)) into.set(key, value);
  }
}

/** A span that carries nothing but the event. */
function carrierOf(event: SpanEvent): Parameters<typeof readBothSides>[0] {
  return {
    ...{ traceId: "", spanId: "", parentSpanId: null, name: "", scope: "", otlpKind: 0 },
    ...{ startUs: 0, endUs: 0, status: "unset", statusMessage: "", links: [] },
    ...{ attributes: noAttributes, resource: noAttributes, events: [event] },
  };
}
