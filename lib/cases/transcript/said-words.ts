import type { CaseSpan } from "@/lib/domain/case/case";
import type { Content, Speaker, Utterance } from "@/lib/domain/trace/reading";
import { withoutTemplate, type GivenWords } from "./enclosing-words";
import { unframe } from "./frames/unframe";
import { replyByTool } from "./reply-tools";
import { ancestors, type SpanTree } from "./select-conversation";
import { saidUtterance } from "./said/said-utterance";
import { isJson, spokenText } from "./spoken-text";
import { normaliseWords } from "./utterance-key";

/**
 * A span's content as utterances without instructions; plain text is `speaker`'s. JSON that no
 * convention could read is nobody's words, unless it holds one text.
 */
export function utterancesOf(content: Content | null, speaker: Speaker): readonly Utterance[] {
  return wordsOf(messagesOf(content, speaker));
}

/** A model call's prompt, without a template around the customer's newest words that other spans have alone. */
export function promptOf(
  span: CaseSpan,
  tree: SpanTree,
  prompts: PromptsOfTraces,
): readonly Utterance[] {
  const messages = messagesOf(span.input, "customer");
  return wordsOf(withoutTemplate(messages, givenWords(span, tree, messages, prompts)));
}

/** The first model calls of each trace. */
export type PromptsOfTraces = ReadonlyMap<string, readonly CaseSpan[]>;

const mostPrompts = 50;

export function listPrompts(spans: readonly CaseSpan[]): PromptsOfTraces {
  const prompts = new Map<string, CaseSpan[]>();
  for (const span of spans) {
    if (span.part !== "history") continue;
    const known = prompts.get(span.traceId);
    if (known === undefined) prompts.set(span.traceId, [span]);
    else if (known.length < mostPrompts) known.push(span);
  }
  return prompts;
}

/**
 * The customer's newest words as the spans around a model call were given them, nearest first; then, for a prompt that
 * holds nothing else, as other calls of its trace were that don't hold the prompt's text itself.
 */
function* givenWords(
  span: CaseSpan,
  tree: SpanTree,
  messages: readonly Utterance[],
  prompts: PromptsOfTraces,
): Generator<GivenWords> {
  for (const above of ancestors(span, tree)) {
    const text = above.part === "none" ? null : newestWords(above);
    if (text !== null) yield { text, isAround: true };
  }
  const [only, ...others] = messages.filter(({ speaker }) => speaker !== "system");
  if (only === undefined || others.length > 0) return;
  const whole = normaliseWords(only.text);
  for (const other of prompts.get(span.traceId) ?? []) {
    const text = other === span ? null : newestWords(other);
    if (text === null || !only.text.includes(text) || holds(other, whole)) continue;
    yield { text, isAround: false };
  }
}

function holds({ input }: CaseSpan, text: string): boolean {
  return messagesOf(input, "customer").some((one) => normaliseWords(one.text) === text);
}

const newest = new WeakMap<CaseSpan, string | null>();

function newestWords(span: CaseSpan): string | null {
  const known = newest.get(span);
  if (known !== undefined) return known;
  const customers = messagesOf(span.input, "customer").filter(isCustomers).toReversed();
  let text: string | null = null;
  for (const message of customers) text ??= wordsOf([message]).findLast(isCustomers)?.text ?? null;
  newest.set(span, text);
  return text;
}

function isCustomers({ speaker }: Utterance): boolean {
  return speaker === "customer";
}

function messagesOf(content: Content | null, speaker: Speaker): readonly Utterance[] {
  if (content === null || content === "") return [];
  if (typeof content !== "string") return content;
  const text = isJson(content) ? spokenText(content) : content;
  return text === null ? [] : [{ speaker, text }];
}

/** What was said in messages: the words alone that frameworks wrapped, that stand in objects, or in a tool's call. */
function wordsOf(messages: readonly Utterance[]): readonly Utterance[] {
  return messages.flatMap(saidIn);
}

/** Kept as long as the message: prompts have the same ones again and again. The message itself if it is all said. */
const known = new WeakMap<Utterance, Utterance | readonly Utterance[]>();

function saidIn(message: Utterance): Utterance | readonly Utterance[] {
  if (message.speaker === "system") return message;
  const before = known.get(message);
  if (before !== undefined) return before;
  const words = unframe(message)
    .flatMap((utterance) => saidUtterance(utterance) ?? [])
    .map(replyByTool);
  const said = words.length === 1 && words[0] === message ? message : words;
  known.set(message, said);
  return said;
}
