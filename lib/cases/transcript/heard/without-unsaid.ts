import type { CaseSpan } from "@/lib/domain/case/case";
import type { Utterance } from "@/lib/domain/trace/reading";
import type { AnswerEvent, ConversationEvent, PromptEvent } from "../conversation-event";
import { isConversation, startsWith } from "../merge-history";
import { utteranceKey } from "../utterance-key";
import { heardText, lettersOf } from "./heard-text";

/** Prompts that are searched for the one that goes on from an answer. */
const searchedPrompts = 40;

/**
 * Leaves out what models generated and nobody was told: of alternative replies all but one, and on a call what the
 * next prompt of the same conversation does not have, or not to its end.
 * @param events of one contact, in order
 */
export function withoutUnsaid(events: readonly ConversationEvent[]): readonly ConversationEvent[] {
  const prompts = events.filter((event) => event.kind === "prompt");
  const own = new Map(prompts.map((prompt) => [prompt.span, prompt]));
  const rank = new Map(prompts.map((prompt, index) => [prompt, index]));
  const keepsReplies = prompts.some(({ words }) => words.some(isReply));
  return events.map((event) => {
    const prompt = event.kind === "answer" ? own.get(event.span) : undefined;
    if (event.kind !== "answer" || prompt === undefined) return event;
    const from = (rank.get(prompt) ?? 0) + 1;
    const later = prompts.slice(from, from + searchedPrompts);
    const chosen = { ...event, words: chooseReply(event.words, prompt, later) };
    return isHeardByHistory(event.span, keepsReplies) ? asHeard(chosen, prompt, later) : chosen;
  });
}

function isReply({ speaker, text }: Utterance): boolean {
  return speaker === "agent" && text !== "";
}

/**
 * Of alternatives the one that a later prompt goes on with, else the first. Several texts that no one calls
 * alternatives are such if a later prompt has some of them and not the others.
 */
function chooseReply(
  words: readonly Utterance[],
  prompt: PromptEvent,
  later: readonly PromptEvent[],
): readonly Utterance[] {
  if (words.length < 2 || !words.every(isReply)) return words;
  const isChoice = words.some(({ choice }) => choice !== undefined);
  const next = repliesAfter(prompt, later);
  const kept = words.filter((utterance) => next.has(utteranceKey(utterance)));
  if (kept.length > 0) return isChoice ? kept.slice(0, 1) : kept;
  return isChoice ? words.slice(0, 1) : words;
}

/** Keys of what the agent said after the prompt's last words, as the first later prompt with these has it. */
function repliesAfter(prompt: PromptEvent, later: readonly PromptEvent[]): ReadonlySet<string> {
  const question = prompt.words.findLast(({ speaker }) => speaker === "customer");
  if (question === undefined) return new Set();
  const key = utteranceKey(question);
  for (const { words } of later) {
    const at = words.findLastIndex(
      (utterance, index) => utteranceKey(utterance) === key && index < words.length - 1,
    );
    if (at === -1) continue;
    const replies = untilCustomer(words.slice(at + 1)).filter(isReply);
    if (replies.length > 0) return new Set(replies.map(utteranceKey));
  }
  return new Set();
}

function untilCustomer(words: readonly Utterance[]): readonly Utterance[] {
  const end = words.findIndex(({ speaker }) => speaker === "customer");
  return end === -1 ? words : words.slice(0, end);
}

/** On a call a history has what was played. One that never has the agent's words tells nothing, but for Pipecat's. */
function isHeardByHistory({ belonging, name }: CaseSpan, keepsReplies: boolean): boolean {
  return belonging.channel === "voice" && (keepsReplies || name === "llm");
}

function asHeard(
  event: AnswerEvent,
  prompt: PromptEvent,
  later: readonly PromptEvent[],
): AnswerEvent {
  const said = event.words.filter(isReply);
  const before = prompt.words.filter(isConversation);
  const next = later.find(({ words }) => goesOn(words.filter(isConversation), before));
  if (said.length === 0 || next === undefined) return event;
  const kept = untilCustomer(next.words.filter(isConversation).slice(before.length));
  const played = kept.filter(isReply).map(({ text }) => text);
  // A history that names a reply otherwise (a summary, a translation) tells nothing.
  if (lettersOf(played.join("")) !== "" && !said.some(({ text }) => heardText(text, played))) {
    return event;
  }
  const words = event.words.flatMap((utterance) => {
    if (!isReply(utterance)) return [utterance];
    const text = heardText(utterance.text, played);
    if (text === utterance.text) return [utterance];
    return text === null && utterance.toolCalls === undefined
      ? []
      : [{ ...utterance, text: text ?? "" }];
  });
  return { ...event, words };
}

/** True for a prompt that begins with these words and has further words of the customer's. */
function goesOn(words: readonly Utterance[], before: readonly Utterance[]): boolean {
  if (before.length === 0 || words.length <= before.length || !startsWith(words, before)) {
    return false;
  }
  return words.slice(before.length).some(({ speaker }) => speaker === "customer");
}
