import type { CaseSpan } from "@/lib/domain/case/case";
import type { Utterance } from "@/lib/domain/trace/reading";
import { isSameSpeech } from "./align-history";
import { draftToolCall, draftUtterance } from "./draft-message";
import { countCarriedOver } from "./carried-over";
import { isConversation, mergeHistory, startsWith, type MergedHistory } from "./merge-history";
import { pairResults } from "./pair-results";
import { listConversationEvents, type ConversationEvent } from "./list-conversation-events";
import type { SpanTree } from "./select-conversation";
import { addSource, Transcript, type DraftMessage } from "./transcript";
import { utteranceKey } from "./utterance-key";

/**
 * Reads a contact's transcript from its spans: each message once, in order.
 * @param spans the contact's conversation spans, sorted
 * @param earlier messages of earlier contacts, which its prompts may repeat
 */
export function readTranscript(
  spans: readonly CaseSpan[],
  tree: SpanTree,
  earlier: readonly (readonly DraftMessage[])[],
): readonly DraftMessage[] {
  const reader = new TranscriptReader(earlier);
  for (const event of listConversationEvents(spans, tree)) reader.read(event);
  return pairResults(reader.transcript.messages);
}

class TranscriptReader {
  readonly transcript = new Transcript();
  private readonly recent: MergedHistory[] = [];
  private readonly answerPositions = new Map<CaseSpan, number>();
  private turnCursor = 0;
  private carriedOver: readonly Utterance[] | null = null;

  constructor(private readonly earlier: readonly (readonly DraftMessage[])[]) {}

  read(event: ConversationEvent): void {
    switch (event.kind) {
      case "turn":
        this.readTurn(event.utterance, event.span, event.atUs);
        return;
      case "tool":
        this.readTool(event.span);
        return;
      case "prompt":
        this.answerPositions.set(
          event.span,
          mergeHistory(this.transcript, this.recent, this.ownWords(event.words), event.span),
        );
        return;
      case "answer":
        this.readAnswer(event.words, event.span, event.atUs);
        return;
    }
  }

  /** A prompt without instructions and without utterances of earlier contacts. */
  private ownWords(prompt: readonly Utterance[]): readonly Utterance[] {
    const words = prompt.filter(isConversation);
    this.carriedOver ??= words.slice(0, countCarriedOver(words, this.earlier));
    const carried = this.carriedOver;
    return carried.length > 0 && startsWith(words, carried) ? words.slice(carried.length) : words;
  }

  /** A turn's utterance: new, unless a prompt or an answer had it first. */
  private readTurn(utterance: Utterance, span: CaseSpan, atUs: number): void {
    const position = this.findUnclaimed(utterance);
    const message = this.transcript.messages[position];
    if (message === undefined) {
      const draft = draftUtterance(utterance, span, atUs, null);
      draft.isTurn = true;
      this.turnCursor = this.transcript.append(draft) + 1;
      return;
    }
    message.isTurn = true;
    addSource(message, span);
    this.turnCursor = position + 1;
  }

  private findUnclaimed(utterance: Utterance): number {
    const key = utteranceKey(utterance);
    let position = this.transcript.findNext(key, this.turnCursor);
    while (position !== -1 && this.transcript.messages[position]?.isTurn === true) {
      position = this.transcript.findNext(key, position + 1);
    }
    if (position !== -1 || utterance.speaker !== "agent") return position;
    const last = this.transcript.messages.length - 1;
    const message = this.transcript.messages[last];
    if (message?.speaker !== "agent" || message.isTurn || last < this.turnCursor) return -1;
    return isSameSpeech(message.text, utterance.text) ? last : -1;
  }

  private readTool(span: CaseSpan): void {
    this.transcript.append(draftToolCall(span));
  }

  /** A model's answer: new, unless a turn, a wrapper span or a later prompt has it. */
  private readAnswer(words: readonly Utterance[], span: CaseSpan, atUs: number): void {
    let position = this.answerPositions.get(span) ?? 0;
    for (const utterance of words) {
      const found = this.transcript.findNext(utteranceKey(utterance), position);
      const message = this.transcript.messages[found] ?? this.findSpoken(utterance, position);
      if (message === undefined) {
        position = this.transcript.append(draftUtterance(utterance, span, atUs, null)) + 1;
        continue;
      }
      addSource(message, span);
      if (found !== -1) position = found + 1;
    }
  }

  private findSpoken(utterance: Utterance, from: number): DraftMessage | undefined {
    const last = this.transcript.messages.at(-1);
    if (last?.isTurn !== true || this.transcript.messages.length <= from) return undefined;
    if (last.speaker !== "agent" || utterance.speaker !== "agent") return undefined;
    return isSameSpeech(last.text, utterance.text) ? last : undefined;
  }
}
