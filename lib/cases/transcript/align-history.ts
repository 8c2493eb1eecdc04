import type { ToolCall, Utterance } from "@/lib/domain/trace/reading";
import { findSpokenRun, type Run } from "./find-spoken-run";
import type { DraftMessage, Transcript } from "./transcript";
import { callIdKey, callKey, isCallIdKey, normaliseWords, utteranceKey } from "./utterance-key";

/** The index of each utterance of a history in the transcript; -1 if not found. */
export type Alignment = {
  readonly positions: readonly number[];
  /** The same but for an utterance that joins several messages: the index of the last of them. */
  readonly ends: readonly number[];
  readonly matched: number;
  /** Index of the last match, or -1. */
  readonly last: number;
};

/**
 * Finds a history's utterances in the transcript, in order, from `position` on. Tool results may be
 * in another order than in the prompt.
 */
export function alignHistory(
  transcript: Transcript,
  words: readonly Utterance[],
  position: number,
): Alignment {
  const calls = callsById(words);
  const positions: number[] = [];
  const ends: number[] = [];
  let next = position;
  let spoken = position;
  let matched = 0;
  for (const utterance of words) {
    const { first, last } =
      utterance.speaker === "tool"
        ? oneMessage(
            findToolAnswer(transcript, utterance, { calls, from: spoken, taken: positions }),
          )
        : findSpeech(transcript, utterance, next);
    positions.push(first);
    ends.push(last);
    if (first === -1) continue;
    matched += 1;
    next = Math.max(next, last + 1);
    if (utterance.speaker !== "tool") spoken = next;
  }
  return { positions, ends, matched, last: matched === 0 ? -1 : next - 1 };
}

/**
 * The index of an utterance at or after `from`, or -1. A prompt may hold an agent's text cut or edited, and what was
 * said in pieces joined.
 */
function findSpeech(transcript: Transcript, utterance: Utterance, from: number): Run {
  const found = transcript.findNext(utteranceKey(utterance), from);
  if (found !== -1) return oneMessage(found);
  const run = findSpokenRun(transcript, utterance, from);
  if (run !== null) return run;
  const candidate = transcript.messages[from];
  const isUnclaimed = candidate?.speaker === "agent" && !candidate.isRemembered;
  const isSame = isUnclaimed && isSameSpeech(candidate.text, utterance.text);
  return oneMessage(isSame && utterance.speaker === "agent" ? from : -1);
}

function oneMessage(position: number): Run {
  return { first: position, last: position };
}

const leastSharedCharacters = 12;
const leastSharedWordsRatio = 0.6;

/** True if one text is a prefix of the other (interrupted speech) or most of their words are equal. */
export function isSameSpeech(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const beginning = normaliseWords(short).replace(/(?<![….,!?—-])[….,!?—-]+$/, "");
  if (beginning.length < leastSharedCharacters) return false;
  if (normaliseWords(long).startsWith(beginning)) return true;
  const shortWords = distinctWords(short);
  const longWords = distinctWords(long);
  const shared = [...shortWords].filter((word) => longWords.has(word)).length;
  return shared / (shortWords.size + longWords.size - shared) >= leastSharedWordsRatio;
}

function distinctWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The tool calls in a history by call id. */
export function callsById(words: readonly Utterance[]): ReadonlyMap<string, ToolCall> {
  const calls = new Map<string, ToolCall>();
  for (const utterance of words) {
    for (const call of utterance.toolCalls ?? []) if (call.id !== null) calls.set(call.id, call);
  }
  return calls;
}

type AnswerSearch = {
  readonly calls: ReadonlyMap<string, ToolCall>;
  readonly from: number;
  /** Messages that other utterances of the history are. */
  readonly taken: readonly number[];
};

/** By its call's id, also where a rounded time put the call's span before the call; else by text or call. */
function findToolAnswer(
  transcript: Transcript,
  utterance: Utterance,
  { calls, from, taken }: AnswerSearch,
): number {
  const { toolCallId: id } = utterance;
  const idKey = id === undefined ? null : callIdKey(id);
  if (idKey !== null) {
    const byId = transcript.findNext(idKey, from);
    if (byId !== -1) return byId;
    const last = transcript.findLast(idKey);
    if (last !== -1 && !taken.includes(last)) return last;
  }
  const call = id === undefined ? undefined : calls.get(id);
  const isOthers = (position: number): boolean => {
    const keys = transcript.messages[position]?.keys ?? [];
    return idKey !== null && keys.some(isCallIdKey) && !keys.includes(idKey);
  };
  const found = findOwn(transcript, utteranceKey(utterance), from, isOthers);
  if (found !== -1 || call === undefined) return found;
  const called = findOwn(transcript, callKey(call.name, call.args), from, isOthers);
  if (called !== -1) return called;
  return findOwn(transcript, callKey(call.name, ""), from, (position) => {
    return taken.includes(position) || !isBareCall(transcript.messages[position]);
  });
}

/** True for a call whose span says no more than the tool's name: what a later prompt says of it is its own. */
export function isBareCall(message: Pick<DraftMessage, "text" | "tool" | "answers"> | undefined) {
  return message?.answers === "span" && message.text === "" && message.tool?.args === "";
}

/** The first message with that key that is not known to be another call's. */
function findOwn(
  transcript: Transcript,
  key: string,
  from: number,
  isOthers: (position: number) => boolean,
): number {
  let position = transcript.findNext(key, from);
  while (position !== -1 && isOthers(position)) position = transcript.findNext(key, position + 1);
  return position;
}
