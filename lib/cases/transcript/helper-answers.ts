import type { CaseSpan } from "@/lib/domain/case/case";
import type { Utterance } from "@/lib/domain/trace/reading";
import type { ConversationEvent } from "./conversation-event";
import { isJson, spokenText } from "./spoken-text";
import { utteranceKey } from "./utterance-key";

/** A model call's prompt and answer, as the conversation has them. */
type ModelCall = {
  readonly span: CaseSpan;
  readonly words: readonly Utterance[];
  readonly answer: readonly Utterance[];
};

/** A number, a share, or one word. */
const labelOnly =
  /^[^\p{L}\p{N}]{0,3}(?:\d+(?:[.,]\d+)?(?: ?(?:%|\/ ?\d+))?|[\p{L}\p{N}_-]{1,40})[^\p{L}\p{N}?!]{0,3}$/u;
const leastProse = 3;

/**
 * The model calls that only rated or sorted what the customer said, beside the call that replied: of two calls of one
 * trace with other instructions and the same newest words, one answered by a label, the other in words.
 */
function findHelperCalls(calls: readonly ModelCall[]): ReadonlySet<CaseSpan> {
  const groups = new Map<string, ModelCall[]>();
  for (const call of calls) {
    const newest = call.words.at(-1);
    if (newest?.speaker !== "customer") continue;
    const key = `${call.span.traceId} ${utteranceKey(newest)}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [call]);
    else known.push(call);
  }
  const helpers = new Set<CaseSpan>();
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const replies = group.filter(({ answer }) => answer.some(({ text }) => isProse(text)));
    for (const call of group) {
      const isOther = replies.some(({ span }) => span.system !== call.span.system);
      if (isOther && isLabel(call.answer)) helpers.add(call.span);
    }
  }
  return helpers;
}

function isLabel(answer: readonly Utterance[]): boolean {
  const [only, ...others] = answer;
  if (only === undefined || others.length > 0 || (only.toolCalls ?? []).length > 0) return false;
  const text = only.text.trim();
  return labelOnly.test(text) || (isJson(text) && spokenText(text) === null);
}

function isProse(text: string): boolean {
  return !isJson(text) && text.trim().split(/\s+/).length >= leastProse;
}

/** Leaves out what calls answered that only rated or sorted the customer's words. */
export function withoutHelpers(events: readonly ConversationEvent[]): readonly ConversationEvent[] {
  const prompts = new Map<CaseSpan, readonly Utterance[]>();
  const calls: ModelCall[] = [];
  for (const event of events) {
    if (event.kind === "prompt" && event.span.kind === "llm") prompts.set(event.span, event.words);
    const words = event.kind === "answer" ? prompts.get(event.span) : undefined;
    if (event.kind === "answer" && words !== undefined) {
      calls.push({ span: event.span, words, answer: event.words });
    }
  }
  const helpers = findHelperCalls(calls);
  if (helpers.size === 0) return events;
  return events.filter(({ kind, span }) => kind !== "answer" || !helpers.has(span));
}
