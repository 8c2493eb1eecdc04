import {
  spanTraits,
  type Content,
  type SpanKind,
  type ToolCall,
  type Utterance,
} from "@/lib/domain/trace/reading";
import type { AttributeValue, SourceSpan } from "@/lib/domain/trace/span";
import { unflatten } from "../flattened";
import { firstMember, isList, isRecord, parsed, scalarText, textOf, unquoted } from "../json";
import { readBody, type Body, type ContentSide } from "./read-body";
import type { EventMessages } from "./read-events";
import { completeContent, mayComplete } from "./complete-content";
import { liftSystem } from "./content-parts";
import { markChoices } from "./read-choices";
import { readMessages } from "./read-messages";
import { readToolCalls } from "./read-parts";
import { readToolMessage, withoutCallWrapper } from "./read-tool-texts";
import { readTexts } from "./read-texts";
import { unwrapAnswer, unwrapResult } from "./unwrap-result";
import { splitRoleLines } from "../role-lines";
import { repairCut } from "../repair-cut";
import { rules } from "../rules";
import type { Candidate } from "../scan";

/** A span's input or output, and the keys it was read from. */
export type ContentReading = Body & { readonly keys: readonly string[] };

export type ContentSource = {
  readonly span: SourceSpan;
  readonly side: ContentSide;
  readonly kind: SpanKind;
  readonly candidates: readonly Candidate[];
  readonly events: EventMessages;
  /** The call that a tool's span states. */
  readonly toolCallId: string | null;
};

const nothing: ContentReading = { system: null, content: null, keys: [] };
/** Rank of OTel's message events among the keys. */
const eventsRank = { input: rankOfEvents("input"), output: rankOfEvents("output") } as const;

function rankOfEvents(side: ContentSide): number {
  for (const rule of rules.exact.get("@events") ?? []) {
    if (rule.of === "content" && rule.side === side) return rule.rank;
  }
  return Number.MAX_SAFE_INTEGER;
}

/** Reads a span's input or output from the first key, by precedence, with content. */
export function readContent(question: ContentSource): ContentReading {
  const fromEvents = question.events[question.side];
  const candidates = [...question.candidates];
  if (fromEvents.length > 0) {
    candidates.push({ key: "@events", form: "messages", rank: -1, boundTo: null, keys: [] });
  }
  candidates.sort((left, right) => rankOf(left, question.side) - rankOf(right, question.side));
  let system: string | null = null;
  let empty: ContentReading = nothing;
  for (const candidate of candidates) {
    if (candidate.form === "calls") continue;
    const said = readCandidate(candidate, question);
    system ??= said.system;
    if (isNothing(said.content)) continue;
    if (isWordForNothing(said.content)) {
      empty = empty === nothing ? { ...said, keys: candidate.keys } : empty;
      continue;
    }
    const content = contentOf(said.content, candidate.key, question);
    system ??= systemElsewhere(content, candidates, question);
    const complete = withOtherKeys(content, candidate, candidates, question);
    return withCalls({ ...said, ...complete, system, keys: candidate.keys }, question);
  }
  return withCalls({ ...empty, system }, question);
}

/** A model's request or reply often stands twice, and one of them without what it says of tools. */
function withOtherKeys(
  content: Content | null,
  from: Candidate,
  candidates: readonly Candidate[],
  question: ContentSource,
): { readonly content: Content | null } {
  if (question.kind !== "llm" || content === null || typeof content === "string")
    return { content };
  let complete: readonly Utterance[] = content;
  for (const candidate of candidates) {
    if (candidate === from || candidate.form === "calls" || candidate.form === "texts") continue;
    const value = question.span.attributes.get(candidate.key);
    const text = typeof value === "string" ? value : candidate.keys.join(" ");
    if (!mayComplete(complete, text)) continue;
    complete = completeContent(complete, readCandidate(candidate, question).content);
  }
  return { content: complete };
}

function contentOf(content: Content | null, key: string, question: ContentSource): Content | null {
  const { kind, side, span } = question;
  if (kind === "tool") return toolText(content, side);
  if (content === null || side === "input") return content;
  return markChoices(content, key, span);
}

/** What a program prints for null: it stands only if no further key says something. */
function isWordForNothing(content: Content | null): boolean {
  return typeof content === "string" && scalarText(content) === null;
}

/** A key with a whole request may hold the instructions that the messages' own key leaves out. */
function systemElsewhere(
  content: Content | null,
  candidates: readonly Candidate[],
  question: ContentSource,
): string | null {
  if (question.kind !== "llm" || question.side === "output") return null;
  if (liftSystem(content).system !== null) return null;
  for (const candidate of candidates) {
    if (candidate.form !== "body" && candidate.form !== "request") continue;
    const value = question.span.attributes.get(candidate.key);
    if (typeof value !== "string" || !/system|instructions|developer/i.test(value)) continue;
    const said = readCandidate(candidate, question);
    const system = said.system ?? liftSystem(said.content).system;
    if (system !== null && system.trim() !== "") return system;
  }
  return null;
}

/** A tool's arguments or result given as a message, as plain text. */
function toolText(content: Content | null, side: ContentSide): Content | null {
  if (content === null || typeof content === "string") {
    return content === null || side === "output" ? content : withoutCallWrapper(content);
  }
  const texts = content.map(
    (one) => one.toolCalls?.map((call) => call.args).join("\n") ?? one.text,
  );
  const text = unquoted(texts.join("\n"));
  return side === "output" ? textOf(unwrapResult(text)) : withoutCallWrapper(text);
}

function rankOf(candidate: Candidate, side: ContentSide): number {
  return candidate.key === "@events" ? eventsRank[side] : candidate.rank;
}

function isNothing(content: Content | null): boolean {
  return content === null || content.length === 0;
}

function readCandidate(candidate: Candidate, question: ContentSource): Body {
  const value = valueOf(candidate, question);
  if (value === undefined || value === null) return nothing;
  const { side, kind } = question;
  if (candidate.form === "texts" || (side === "input" && spanTraits[kind].takesTexts)) {
    const text = readTexts(value);
    if (text !== null) return { system: null, content: text };
  }
  switch (candidate.form) {
    case "flat":
    case "messages":
      return readMessageList(value, side);
    case "prompt":
      return readPromptText(value, question);
    case "body":
      return kind === "tool" ? toolBody(value, question) : readBody(value, side, kind === "llm");
    case "request":
      return readBody(value, side, true);
    case "transcript":
      return readTranscript(value, side);
    case "customer":
    case "agent":
      return words(candidate.form, value);
    case "verbatim":
      return kind === "tool" ? toolBody(value, question) : verbatim(value);
    case "texts":
      return verbatim(value);
    case "calls":
      return nothing;
  }
}

function valueOf(candidate: Candidate, question: ContentSource): AttributeValue | undefined {
  if (candidate.key === "@events") return question.events[question.side];
  const { attributes } = question.span;
  if (candidate.form === "flat") return unflatten(attributes, candidate.keys, candidate.key);
  const value = attributes.get(candidate.key);
  if (typeof value !== "string" || question.kind === "tool" || candidate.form === "verbatim") {
    return value;
  }
  return repairCut(value) ?? value;
}

function toolBody(value: AttributeValue, { side, toolCallId }: ContentSource): Body {
  if (side === "input") return verbatim(unwrapResult(value));
  const message = readToolMessage(value, toolCallId);
  if (message !== null) return { system: null, content: message.text, answer: message.answer };
  const { value: result, isError, callId } = unwrapAnswer(value);
  return { ...verbatim(result), answer: { toolCallId: callId, name: null, isError } };
}

function verbatim(value: AttributeValue): Body {
  const text = unquoted(textOf(value));
  return { system: null, content: text === "" ? null : text };
}

function words(speaker: "customer" | "agent", value: AttributeValue): Body {
  const text = unquoted(textOf(value));
  return { system: null, content: text.trim() === "" ? null : [{ speaker, text }] };
}

function readMessageList(value: AttributeValue, side: ContentSide): Body {
  const list = parsed(value);
  if (isRecord(list)) return readBody(list, side, true);
  if (typeof list === "string" && !/^\s*[[{]/.test(list)) {
    return words(side === "input" ? "customer" : "agent", list);
  }
  const messages = isList(list)
    ? readMessages(
        list.map((item) => withRole(item, side)),
        "customer",
      )
    : null;
  return messages === null ? verbatim(value) : { system: null, content: messages };
}

/** In a list that can only be messages, text without a role is the side's own speaker's. */
function withRole(item: AttributeValue, side: ContentSide): AttributeValue {
  const role = side === "input" ? "user" : "assistant";
  if (typeof item === "string") {
    const message = parsed(item);
    return isRecord(message) ? withRole(message, side) : { role, content: item };
  }
  if (isRecord(item)) {
    // OpenInference's completions: `llm.prompts.0.prompt.text`, `llm.choices.0.completion.text`.
    const inner = firstMember(item, ["prompt", "completion"]);
    if (isRecord(inner)) return { role, content: [inner] };
  }
  if (!isRecord(item) || firstMember(item, ["role", "message", "type", "event.name"]) !== undefined)
    return item;
  const words = firstMember(item, ["content", "parts", "function_call", "tool_calls"]);
  return words === undefined ? item : { ...item, role };
}

function readPromptText(value: AttributeValue, question: ContentSource): Body {
  const said = readBody(value, question.side, true);
  if (typeof said.content !== "string") return said;
  const lines = splitRoleLines(said.content, "");
  if (lines.length === 1 && lines[0]?.role === "") return said;
  return { system: said.system, content: readMessages(lines, "customer") ?? said.content };
}

/** A run's whole history: everything before the last reply is the input, the last reply the output. */
function readTranscript(value: AttributeValue, side: ContentSide): Body {
  const all = readMessageList(value, side).content;
  if (all === null || typeof all === "string") return { system: null, content: all };
  const reply = all.slice(-1).filter(isAgents);
  const content = side === "output" ? reply : all.slice(0, all.length - reply.length);
  return { system: null, content };
}

function isAgents(utterance: Utterance): boolean {
  return utterance.speaker === "agent";
}

/** Adds the tool calls that have a key of their own beside a reply's text. */
function withCalls(reading: ContentReading, question: ContentSource): ContentReading {
  const source = question.candidates.find((candidate) => candidate.form === "calls");
  if (source === undefined) return reading;
  const toolCalls = readToolCalls(question.span.attributes.get(source.key)).filter(
    (call) => call.name !== "",
  );
  if (toolCalls.length === 0) return reading;
  const { content } = reading;
  const keys = [...reading.keys, source.key];
  if (content === null || content.length === 0) {
    return { ...reading, keys, content: [{ speaker: "agent", text: "", toolCalls }] };
  }
  if (typeof content === "string") return reading;
  const last: Utterance | undefined = content.at(-1);
  if (last === undefined || !areBareCalls(last.toolCalls ?? [], toolCalls)) return reading;
  return { ...reading, keys, content: [...content.slice(0, -1), { ...last, toolCalls }] };
}

/** True for no calls, and for the same calls without arguments, where an instrumentation lost them. */
function areBareCalls(known: readonly ToolCall[], full: readonly ToolCall[]): boolean {
  if (known.length === 0) return true;
  const isBare = ({ name, args }: ToolCall, at: number) => args === "" && name === full[at]?.name;
  return known.length === full.length && known.every(isBare);
}
