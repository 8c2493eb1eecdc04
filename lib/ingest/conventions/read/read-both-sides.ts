import type { Content, ConversationPart, Speaker } from "@/lib/domain/trace/reading";
import type { AttributeValue, SourceSpan } from "@/lib/domain/trace/span";
import { countsHere } from "../counts-here";
import { unquoted } from "../json";
import { isRedaction } from "@/lib/domain/trace/is-redaction";
import { systemText } from "./read-body";
import { isRedacted, liftSystem } from "./content-parts";
import { readContent, type ContentReading } from "./read-content";
import { readEvents } from "./read-events";
import { splitSides } from "./split-sides";
import type { KindReading } from "./read-kind";
import { readWord } from "./read-word";
import type { Candidate, Scan } from "../scan";
import type { SpanContent } from "../span-content";
import { timesOfTranscript } from "../transcript-times";

/** Keys of a tool's arguments and result: on a model's span they are of a call that it made. */
const isOfTool = /^gen_ai\.tool\.|^tool(?:_call)?\.|\.toolCall\./;

/** Reads a span's input and output, with the instructions separate. */
export function readBothSides(span: SourceSpan, scan: Scan, kindReading: KindReading): SpanContent {
  const { kind } = kindReading;
  const events = readEvents(span.events);
  const toolCallId = kind === "tool" ? readWord({ span, scan, kindReading }, "toolCallId") : null;
  const isBound = ({ key, boundTo }: Candidate) =>
    countsHere(boundTo, kindReading) && !(kind === "llm" && isOfTool.test(key));
  const read = (side: "input" | "output", candidates: readonly Candidate[]) =>
    readContent({ span, side, kind, events, toolCallId, candidates: candidates.filter(isBound) });
  const input = read("input", scan.inputs);
  const output = read("output", scan.outputs);
  const instructions = readInstructions(span, scan, kindReading, events.system);
  const lifted = liftSystem(input.content);
  const said = splitSides(
    { input: lifted.content, output: liftSystem(output.content).content },
    kind,
  );
  const content: SpanContent = {
    system: instructions.text ?? joined(input.system, lifted.system),
    input: emptyAsNull(timesOfTranscript(span, said.input)),
    output: emptyAsNull(said.output),
    keys: [...new Set([...instructions.keys, ...keysOf(input), ...keysOf(output)])],
    isStripped: false,
    part: null,
    answer: output.answer ?? null,
  };
  return asSpeech(span, withoutRedacted(content));
}

function joined(first: string | null, second: string | null): string | null {
  if (first === null || second === null || first === second) return first ?? second;
  return `${first}\n${second}`;
}

function emptyAsNull(content: Content | null): Content | null {
  return content === null || content.length === 0 ? null : content;
}

function keysOf(reading: ContentReading): readonly string[] {
  return reading.content === null || reading.content.length === 0 ? [] : reading.keys;
}

function readInstructions(
  span: SourceSpan,
  scan: Scan,
  kindReading: KindReading,
  fromEvents: AttributeValue | null,
): { readonly text: string | null; readonly keys: readonly string[] } {
  const hits = [...(scan.words.system ?? [])]
    .filter(({ key }) => key !== promptsKey || hasMessages(span))
    .sort((left, right) => left.rank - right.rank);
  for (const { key, boundTo } of hits) {
    if (!countsHere(boundTo, kindReading)) continue;
    const text = systemText(span.attributes.get(key) ?? null);
    if (text !== null) return { text: unquoted(text), keys: [key] };
  }
  return { text: fromEvents === null ? null : systemText(fromEvents), keys: [] };
}

/** A completion's prompts; traceAI has a chat's instructions there. */
const promptsKey = "gen_ai.prompts";

function hasMessages(span: SourceSpan): boolean {
  for (const key of span.attributes.keys()) {
    if (key.startsWith("gen_ai.input.messages")) return true;
  }
  return false;
}

function withoutRedacted(content: SpanContent): SpanContent {
  const isInput = isRedacted(content.input);
  const isOutput = isRedacted(content.output);
  const isSystem = isRedacted(content.system);
  if (!isInput && !isOutput && !isSystem) {
    return isNewsRedacted(content) ? { ...content, isStripped: true } : content;
  }
  return {
    ...content,
    system: isSystem ? null : content.system,
    input: isInput ? null : content.input,
    output: isOutput ? null : content.output,
    isStripped: true,
  };
}

/** What was said before is on earlier spans: new are a request's last words, and the reply. */
function isNewsRedacted({ input, output }: SpanContent): boolean {
  const last = typeof input === "string" ? undefined : input?.at(-1);
  const replies = typeof output === "string" || output === null ? [] : output;
  return [...(last === undefined ? [] : [last]), ...replies].some(({ text }) => isRedaction(text));
}

/** Speech spans: the span decides the speaker, never a role written by a mapper. */
function asSpeech(span: SourceSpan, content: SpanContent): SpanContent {
  const operation = span.attributes.get("gen_ai.operation.name");
  if (operation === "stt" || operation === "speech_to_text" || span.name === "stt") {
    const output = saidBy("customer", content.output ?? content.input);
    const isFinal = span.attributes.get("is_final") !== false;
    return { ...content, input: null, output, part: isFinal ? speechPart(output) : "none" };
  }
  if (operation === "tts" || operation === "text_to_speech" || span.name === "tts") {
    return { ...content, input: saidBy("agent", content.input ?? content.output), output: null };
  }
  if (span.name === "user_turn") return userTurn(span, content);
  if (span.name === "agent_turn") return agentTurn(span, content);
  return span.name === "llm_node" && content.input === null
    ? { ...content, part: "none" }
    : content;
}

function speechPart(content: Content | null): ConversationPart {
  return content === null ? "none" : "turn";
}

function saidBy(speaker: Speaker, content: Content | null): Content | null {
  if (content === null) return null;
  if (typeof content === "string") return [{ speaker, text: content }];
  return content.map((utterance) => ({ ...utterance, speaker }));
}

/** An empty transcript was silence; a missing one was stripped. */
function userTurn(span: SourceSpan, content: SpanContent): SpanContent {
  const input = saidBy("customer", content.input);
  return {
    ...content,
    input,
    isStripped: content.isStripped || isMissing(span, input, "user_transcript"),
  };
}

/**
 * The customer's words are on the user turn already: an agent turn with an input is a history and
 * not a turn, so that they do not count twice.
 */
function agentTurn(span: SourceSpan, content: SpanContent): SpanContent {
  const input = saidBy("customer", content.input);
  const output = saidBy("agent", content.output);
  const isStripped = content.isStripped || isMissing(span, output, "response.text");
  return { ...content, input, output, isStripped, part: input === null ? "turn" : "history" };
}

function isMissing(span: SourceSpan, content: Content | null, name: string): boolean {
  if (content !== null) return false;
  return !span.attributes.has(`lk.pii.${name}`) && !span.attributes.has(`lk.${name}`);
}
