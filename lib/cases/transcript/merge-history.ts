import type { CaseSpan } from "@/lib/domain/case/case";
import type { Utterance } from "@/lib/domain/trace/reading";
import { alignHistory, callsById, isBareCall, type Alignment } from "./align-history";
import { draftUtterance } from "./draft-message";
import { addSource, type DraftMessage, type Transcript } from "./transcript";
import { callIdKey, utteranceKey } from "./utterance-key";

/** A merged history and the position after its last utterance: later histories mostly continue it. */
export type MergedHistory = { readonly words: readonly Utterance[]; end: number };

const rememberedHistories = 4;

/**
 * Merges a model's prompt into the transcript: repeated utterances are matched, new ones are
 * inserted at the span's start.
 * @param words the prompt without instructions
 * @param recent the histories merged last; the new one is added
 * @returns the position after the history's last utterance, where the model's answer belongs
 */
export function mergeHistory(
  transcript: Transcript,
  recent: MergedHistory[],
  words: readonly Utterance[],
  span: CaseSpan,
): number {
  const end =
    continueHistory(transcript, recent, words, span) ??
    applyAlignment(transcript, recent, words, placeHistory(transcript, words, span), 0, span);
  remember(recent, { words, end });
  return end;
}

/** The usual case, at the cost of the new utterances only; null if the prompt continues no history. */
function continueHistory(
  transcript: Transcript,
  recent: MergedHistory[],
  words: readonly Utterance[],
  span: CaseSpan,
): number | null {
  const continued = longestContinued(recent, words);
  if (continued === null) return null;
  const rest = words.slice(continued.words.length);
  const alignment = alignHistory(transcript, rest, continued.end);
  const last = Math.max(alignment.last, continued.end - 1);
  if (countMissed(transcript, words, last, span) > 0) return null;
  return applyAlignment(transcript, recent, rest, alignment, continued.end, span);
}

/** A model's instructions are not part of the conversation. */
export function isConversation(utterance: Utterance): boolean {
  if (utterance.speaker === "system") return false;
  return utterance.text !== "" || (utterance.toolCalls?.length ?? 0) > 0;
}

function longestContinued(
  recent: readonly MergedHistory[],
  words: readonly Utterance[],
): MergedHistory | null {
  let longest: MergedHistory | null = null;
  for (const candidate of recent) {
    if (candidate.words.length < (longest?.words.length ?? 1)) continue;
    // An identical prompt may be a new short one with the same words: it is placed again.
    if (candidate.words.length < words.length && startsWith(words, candidate.words)) {
      longest = candidate;
    }
  }
  return longest;
}

/** True if the second list is a prefix of the first. */
export function startsWith(words: readonly Utterance[], beginning: readonly Utterance[]): boolean {
  return beginning.every((utterance, index) => {
    const other = words[index];
    return (
      other !== undefined &&
      (other === utterance || utteranceKey(other) === utteranceKey(utterance))
    );
  });
}

/**
 * Chooses where a prompt without a known history belongs: at the first or last occurrence of its first utterances, or
 * at the end. Score: utterances it repeats minus later utterances it would have dropped. So a prompt that holds only
 * the newest "yes" counts as a second "yes", and a window into a long conversation is matched to its end.
 */
function placeHistory(
  transcript: Transcript,
  words: readonly Utterance[],
  span: CaseSpan,
): Alignment {
  const none = words.map(() => -1);
  const fresh = { positions: none, ends: none, matched: 0, last: -1 };
  const first = words[0];
  if (first === undefined) return fresh;
  const gain = (alignment: Alignment): number =>
    alignment.matched - countMissed(transcript, words, alignment.last, span);
  const earliest = alignHistory(transcript, words, 0);
  const latestStart = transcript.findLast(utteranceKey(first));
  const latest = latestStart === -1 ? earliest : alignHistory(transcript, words, latestStart);
  const better = gain(latest) >= gain(earliest) ? latest : earliest;
  if (better.matched === 0) return fresh;
  if (gain(better) !== 0) return gain(better) > 0 ? better : fresh;
  return transcript.messages[better.last]?.traceId === span.traceId ? better : fresh;
}

/**
 * Messages after `position` that a prompt should have held. Some prompts hold the customer's turns
 * only: they drop no agent's.
 */
function countMissed(
  transcript: Transcript,
  words: readonly Utterance[],
  position: number,
  span: CaseSpan,
): number {
  const isCustomersOnly = words.length > 1 && words.every(({ speaker }) => speaker === "customer");
  return isCustomersOnly
    ? transcript.countCustomersAfter(position)
    : transcript.countSaidAfter(position, span.traceId);
}

function applyAlignment(
  transcript: Transcript,
  recent: MergedHistory[],
  words: readonly Utterance[],
  alignment: Alignment,
  start: number,
  span: CaseSpan,
): number {
  const calls = callsById(words);
  let pending: Utterance[] = [];
  let previous = start - 1;
  let shift = 0;
  words.forEach((utterance, index) => {
    const aligned = alignment.positions[index] ?? -1;
    if (aligned === -1) {
      pending.push(utterance);
      return;
    }
    let position = aligned + shift;
    if (pending.length > 0 && !isKnownNeighbourhood(transcript, previous, position)) {
      for (const missing of pending) {
        transcript.insert(position, draftAnswer(missing, span, calls));
        for (const history of recent) if (history.end > position) history.end += 1;
        position += 1;
        shift += 1;
      }
    }
    pending = [];
    const end = (alignment.ends[index] ?? aligned) + shift;
    for (const message of transcript.messages.slice(position, end + 1)) {
      addSource(message, span);
      message.isRemembered = true;
    }
    const message = transcript.messages[position];
    if (message !== undefined) {
      if (isBareCall(message)) transcript.addKeys(position, keysOf(utterance));
      completeCall(message, utterance, calls);
    }
    previous = Math.max(previous, end);
  });
  return appendNew(transcript, pending, span, calls, previous);
}

/** The keys of a result by which later prompts find it. */
function keysOf(utterance: Utterance): readonly string[] {
  const { toolCallId: id } = utterance;
  return id === undefined ? [utteranceKey(utterance)] : [utteranceKey(utterance), callIdKey(id)];
}

/** A call's span without a result or arguments has those that its id names. */
function completeCall(
  message: DraftMessage,
  { text, toolCallId, isError }: Utterance,
  calls: ReturnType<typeof callsById>,
): void {
  if (message.tool === null) return;
  if (message.text === "") message.text = text;
  if (isError === true) message.tool = { ...message.tool, isError };
  const call = toolCallId === undefined ? undefined : calls.get(toolCallId);
  if (call !== undefined && message.tool.args === "") {
    message.tool = { ...message.tool, args: call.args };
  }
}

/**
 * True if an earlier prompt held the utterances before and after a gap without anything in between:
 * an insertion by a later prompt (a memory, a retrieved passage) was not said.
 */
function isKnownNeighbourhood(transcript: Transcript, before: number, after: number): boolean {
  const previous = transcript.messages[before];
  const next = transcript.messages[after];
  return next?.isRemembered === true && (previous === undefined || previous.isRemembered);
}

function appendNew(
  transcript: Transcript,
  pending: readonly Utterance[],
  span: CaseSpan,
  calls: ReturnType<typeof callsById>,
  previous: number,
): number {
  let end = previous + 1;
  for (const utterance of pending) {
    const message = draftAnswer(utterance, span, calls);
    message.isRemembered = true;
    end = transcript.append(message) + 1;
  }
  return end;
}

function draftAnswer(
  utterance: Utterance,
  span: CaseSpan,
  calls: ReturnType<typeof callsById>,
): ReturnType<typeof draftUtterance> {
  const call = utterance.toolCallId === undefined ? undefined : calls.get(utterance.toolCallId);
  return draftUtterance(utterance, span, utterance.atUs ?? span.startUs, call ?? null);
}

function remember(recent: MergedHistory[], merged: MergedHistory): void {
  recent.push(merged);
  if (recent.length > rememberedHistories) recent.shift();
}
