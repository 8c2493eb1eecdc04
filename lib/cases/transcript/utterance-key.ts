import type { Speaker, ToolCall, Utterance } from "@/lib/domain/trace/reading";

const known = new WeakMap<Utterance, string>();

/**
 * What makes two utterances the same words of the same speaker: case and spacing do not count.
 * An agent's utterance without words is known by the tools it calls.
 */
export function utteranceKey(utterance: Utterance): string {
  const cached = known.get(utterance);
  if (cached !== undefined) return cached;
  const key = speechKey(utterance.speaker, utterance.text, utterance.toolCalls ?? []);
  known.set(utterance, key);
  return key;
}

/** The same for words that did not come as an utterance. */
export function speechKey(speaker: Speaker, text: string, calls: readonly ToolCall[]): string {
  // A tool's answer is long and no person's words: it is found again as it is or by its call.
  if (speaker === "tool") return `tool:${text}`;
  const words = normaliseWords(text);
  if (words !== "" || calls.length === 0) return `${speaker}:${words}`;
  return `${speaker} calls:${calls.map((call) => call.id ?? callKey(call.name, call.args)).join(" ")}`;
}

/** A tool's call by its name and arguments, however the arguments' JSON is spaced. */
export function callKey(name: string, args: string): string {
  return `call:${name} ${args.replace(/\s+/g, "")}`;
}

const unevenSpace = /\s\s|[^\S ]/;

/** Lower case, one space between words, none around. */
export function normaliseWords(text: string): string {
  const trimmed = text.trim();
  // Most texts are spaced evenly, and to see that is much cheaper than to write them anew.
  const even = unevenSpace.test(trimmed) ? trimmed.replace(/\s+/g, " ") : trimmed;
  return even.toLowerCase();
}
