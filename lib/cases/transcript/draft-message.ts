import type { CaseSpan } from "@/lib/domain/case/case";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type { Content, Speaker, ToolCall, Utterance } from "@/lib/domain/trace/reading";
import { spanKey } from "@/lib/domain/trace/span";
import type { DraftMessage } from "./transcript";
import { callIdKey, callKey, keyOnce, speechKey } from "./utterance-key";

/** One list for all messages without calls. */
const noCalls: readonly ToolCall[] = [];

/** An utterance as a message of `span` at `atUs`. `call` is the tool call that it answers, if any. */
export function draftUtterance(
  utterance: Utterance,
  span: CaseSpan,
  atUs: number,
  call: ToolCall | null,
): DraftMessage {
  const isAgent = utterance.speaker === "agent";
  const isTool = utterance.speaker === "tool";
  const name = call?.name ?? utterance.name ?? "";
  return {
    ...draftFrom(span, utterance.speaker, utterance.text, atUs),
    toolCalls: utterance.toolCalls ?? noCalls,
    tool: isTool ? { name, args: call?.args ?? "", isError: utterance.isError === true } : null,
    answers: isTool ? (call === null ? "unknown" : "id") : null,
    agentKind: isAgent ? agentKindOf(span) : "unknown",
    agentId: isAgent ? span.belonging.agentId : null,
    keys: [
      keyOnce(utterance),
      ...(isTool && utterance.toolCallId !== undefined ? [callIdKey(utterance.toolCallId)] : []),
    ],
  };
}

/** A tool span as one message: its arguments and result. */
export function draftToolCall(span: CaseSpan): DraftMessage {
  const name = span.toolName ?? span.name;
  const args = contentText(span.input);
  const text = contentText(span.output);
  return {
    ...draftFrom(span, "tool", text, span.startUs),
    tool: { name, args, isError: span.isToolError || span.status === "error" },
    answers: "span",
    failure: span.failure,
    keys: [
      speechKey("tool", text, []),
      callKey(name, args),
      ...(span.toolCallId === null ? [] : [callIdKey(span.toolCallId)]),
    ],
  };
}

function contentText(content: Content | null): string {
  if (content === null) return "";
  if (typeof content === "string") return content;
  return content.map((utterance) => utterance.text).join("\n");
}

function draftFrom(span: CaseSpan, speaker: Speaker, text: string, atUs: number): DraftMessage {
  return {
    speaker,
    text,
    toolCalls: noCalls,
    tool: null,
    answers: null,
    failure: null,
    agentKind: "unknown",
    agentId: null,
    model: speaker === "agent" ? span.model : null,
    promptName: speaker === "agent" ? span.promptName : null,
    promptVersion: speaker === "agent" ? span.promptVersion : null,
    traceId: span.traceId,
    keys: [],
    atUs,
    spans: [spanKey(span)],
    isRemembered: false,
    isTurn: false,
  };
}

/** The output of a model or agent span is an AI's unless declared otherwise. */
function agentKindOf(span: CaseSpan): AgentKind {
  if (span.belonging.agentKind !== "unknown") return span.belonging.agentKind;
  return span.kind === "llm" || span.kind === "agent" ? "ai" : "unknown";
}
