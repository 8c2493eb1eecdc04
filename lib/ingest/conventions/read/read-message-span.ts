import type { SourceSpan } from "@/lib/domain/trace/span";
import { scalarText, textOf } from "../json";
import { readToolCalls } from "./read-parts";
import { isRedacted } from "./content-parts";
import { speakerOf } from "@/lib/domain/trace/speaker";
import { isAutomaticMail } from "./is-automatic-mail";
import type { SpanContent } from "../span-content";

/**
 * Reads a plain message span: `message.role` and `message.content`. The customer's text is its
 * input, any other its output. What a mail program sent, by its headers, is the system's.
 * @returns null without `message.role`
 */
export function readMessageSpan(span: SourceSpan): SpanContent | null {
  const role = scalarText(span.attributes.get("message.role"));
  if (role === null) return null;
  const content = span.attributes.get("message.content");
  const text = textOf(content);
  const toolCalls = readToolCalls(span.attributes.get("message.tool_calls"));
  const toolCallId = scalarText(span.attributes.get("message.tool_call_id"));
  const name = scalarText(span.attributes.get("message.name"));
  const known = isAutomaticMail(span.attributes) ? "system" : speakerOf(role);
  const speaker = known ?? "agent";
  const messages =
    text === "" && toolCalls.length === 0
      ? []
      : [
          {
            speaker,
            text,
            ...(toolCalls.length === 0 ? {} : { toolCalls }),
            ...(toolCallId === null ? {} : { toolCallId }),
            ...(name === null ? {} : { name }),
            ...(known === null ? { role } : {}),
          },
        ];
  const isGone = content === undefined || isRedacted(messages);
  const isStripped = isGone && toolCalls.length === 0;
  const said = messages.length === 0 || isStripped ? null : messages;
  return {
    system: null,
    input: speaker === "customer" ? said : null,
    output: speaker === "customer" ? null : said,
    keys: said === null ? [] : ["message.content"],
    isStripped,
    part: "turn",
    answer: null,
  };
}
