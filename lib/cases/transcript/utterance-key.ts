import type { Speaker, ToolCall, Utterance } from "@/lib/domain/trace/reading";

const known = new WeakMap<Utterance, string>();

/**
 * Key of equal text by the same speaker, ignoring case and spacing. An agent's utterance without
 * text is keyed by its tool calls. Kept as long as the utterance: prompts have the same ones again and again.
 */
export function utteranceKey(utterance: Utterance): string {
  const cached = known.get(utterance);
  if (cached !== undefined) return cached;
  const key = keyOnce(utterance);
  known.set(utterance, key);
  return key;
}

/** The same, not kept: for an utterance that is keyed once or twice. */
export function keyOnce({ speaker, text, toolCalls = [] }: Utterance): string {
  return speechKey(speaker, text, toolCalls);
}

/** The same for a text without an utterance. */
export function speechKey(speaker: Speaker, text: string, calls: readonly ToolCall[]): string {
  // A tool's result is long and machine-made: it is keyed as it is or by its call, JSON without its spaces.
  if (speaker === "tool")
    return `tool:${/^\s*[[{]/.test(text) ? text.replaceAll(/\s+/g, "") : text}`;
  const words = normaliseWords(text);
  if (words !== "" || calls.length === 0) return `${speaker}:${words}`;
  return `${speaker} calls:${calls.map((call) => call.id ?? callKey(call.name, call.args)).join(" ")}`;
}

/** Key of a tool call by name and arguments, ignoring JSON whitespace. */
export function callKey(name: string, args: string): string {
  return `call:${name} ${args.replace(/\s+/g, "")}`;
}

/** Key of the tool call with that id. */
export function callIdKey(id: string): string {
  return `id:${id}`;
}

/** True for a key that `callIdKey` made. */
export function isCallIdKey(key: string): boolean {
  return key.startsWith("id:");
}

const unevenSpace = /\s\s|[^\S ]/;

/** Lower case with single spaces, trimmed. */
export function normaliseWords(text: string): string {
  const trimmed = text.trim();
  // Fast path: most texts are already evenly spaced.
  const even = unevenSpace.test(trimmed) ? trimmed.replace(/\s+/g, " ") : trimmed;
  return even.toLowerCase();
}
