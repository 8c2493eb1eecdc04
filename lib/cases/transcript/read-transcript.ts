import type { CaseSpan } from "@/lib/domain/case/case";
import type { Utterance } from "@/lib/domain/trace/reading";
import { isBareCall, isSameSpeech } from "./align-history";
import { draftToolCall, draftUtterance } from "./draft-message";
import { countCarriedOver } from "./carried-over";
import { isVagueReason, saysNothing } from "../steps/vague-reason";
import { isConversation, mergeHistory, startsWith, type MergedHistory } from "./merge-history";
import { RelayedTasks } from "./relayed-tasks";
import { withoutRepeats } from "./without-repeats";
import { markVoicemail } from "./mark-voicemail";
import { pairResults } from "./pair-results";
import type { ConversationEvent } from "./conversation-event";
import type { SpeechTimes } from "./heard/speech-times";
import { listConversationEvents } from "./list-conversation-events";
import type { SpanTree } from "./select-conversation";
import { addSource, Transcript, type DraftMessage } from "./transcript";
import { callIdKey, callKey, keyOnce, speechKey, utteranceKey } from "./utterance-key";

/**
 * Reads a contact's transcript from its spans: each message once, in order.
 * @param spans the contact's conversation spans, sorted
 * @param earlier messages of earlier contacts, which its prompts may repeat
 * @param speechTimes when its turns were spoken, if they were
 */
export function readTranscript(
  spans: readonly CaseSpan[],
  tree: SpanTree,
  earlier: readonly (readonly DraftMessage[])[],
  speechTimes?: SpeechTimes,
): readonly DraftMessage[] {
  const reader = new TranscriptReader(earlier);
  for (const event of listConversationEvents(spans, tree, speechTimes)) reader.read(event);
  const messages = pairResults(reader.transcript.messages).map(withFailure);
  return markVoicemail(messages, spans);
}

/** A failed tool without a result says why it failed, also where a model was told no more than that. */
function withFailure(message: DraftMessage): DraftMessage {
  const { failure, text } = message;
  if (failure === null || isVagueReason(failure)) {
    return failure === null || text.trim() !== "" ? message : { ...message, text: failure };
  }
  return saysNothing(text) || isVagueReason(text) ? { ...message, text: failure } : message;
}

/** Gives what a call's span says to a message that has its result. */
function claimCall(message: DraftMessage, draft: DraftMessage): void {
  const { tool } = message;
  message.tool = {
    name: tool?.name || (draft.tool?.name ?? ""),
    args: tool?.args || (draft.tool?.args ?? ""),
    isError: tool?.isError === true || draft.tool?.isError === true,
  };
  message.text ||= draft.text;
  message.failure ??= draft.failure;
  message.answers = "span";
}

/** A customer may repeat a few words of an agent. */
const leastQuoted = 5;

function countWords(text: string): number {
  return text.trim().split(/\s+/).length;
}

function isSpeech({ speaker, text }: DraftMessage): boolean {
  return (speaker === "customer" || speaker === "agent") && text.trim() !== "";
}

class TranscriptReader {
  readonly transcript = new Transcript();
  private readonly recent: MergedHistory[] = [];
  private readonly answerPositions = new Map<CaseSpan, number>();
  private readonly relayed = new RelayedTasks();
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
          mergeHistory(
            this.transcript,
            this.recent,
            this.ownWords(event.span, event.words),
            event.span,
          ),
        );
        return;
      case "answer":
        this.rememberCalls(event.words);
        this.readAnswer(event.words, event.span, event.atUs);
        return;
      case "reply":
        this.readReply(event.utterance, event.span, event.atUs);
        return;
    }
  }

  private readonly isSaid = (utterance: Utterance): boolean =>
    this.transcript.findNext(utteranceKey(utterance), 0) !== -1;

  /** What one agent said, another is given as a user's message. */
  private readonly byItsSpeaker = (utterance: Utterance): Utterance => {
    if (utterance.speaker !== "customer" || countWords(utterance.text) < leastQuoted)
      return utterance;
    const byAgent: Utterance = { ...utterance, speaker: "agent" };
    return this.isSaid(byAgent) && !this.isSaid(utterance) ? byAgent : utterance;
  };

  private rememberCalls(words: readonly Utterance[]): void {
    for (const utterance of words) this.relayed.addCalls(utterance);
  }

  /** What a span around says is said where the customer has no reply when it ends. */
  private readReply(utterance: Utterance, span: CaseSpan, atUs: number): void {
    const last = this.transcript.messages.findLast(isSpeech);
    if (last?.speaker !== "customer" || last.traceId !== span.traceId) return;
    if (keyOnce({ ...utterance, speaker: "customer" }) === keyOnce(last)) return;
    this.transcript.append(draftUtterance(utterance, span, atUs, null));
  }

  /** A prompt without instructions, without what agents tell each other and without utterances of earlier contacts. */
  private ownWords(span: CaseSpan, prompt: readonly Utterance[]): readonly Utterance[] {
    const own = this.relayed.without(span, prompt.filter(isConversation), this.isSaid);
    const words = withoutRepeats(own.map(this.byItsSpeaker));
    this.rememberCalls(words);
    this.carriedOver ??= words.slice(0, countCarriedOver(words, this.earlier));
    const carried = this.carriedOver;
    return carried.length > 0 && startsWith(words, carried) ? words.slice(carried.length) : words;
  }

  /** A turn's utterance: new, unless a prompt or an answer had it first. */
  private readTurn(utterance: Utterance, span: CaseSpan, atUs: number): void {
    const isTask = span.part === "summary" && utterance.speaker === "customer";
    if (isTask && this.relayed.isTask(utterance.text) && !this.isSaid(utterance)) return;
    const position = this.findPassedOn(utterance, span) ?? this.findUnclaimed(utterance);
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

  /** The last message, where a step of the same trace was given it again or returns it. */
  private findPassedOn(utterance: Utterance, { part, traceId }: CaseSpan): number | null {
    if (part !== "summary") return null;
    const { messages } = this.transcript;
    const position = messages.findLastIndex(isSpeech);
    const last = messages[position];
    const isSame = last?.traceId === traceId && last.keys.includes(keyOnce(utterance));
    return isSame ? position : null;
  }

  private findUnclaimed(utterance: Utterance): number {
    const key = keyOnce(utterance);
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

  /**
   * A tool's span: a new message, unless a prompt had the result first (two spans may begin at one
   * rounded instant) or another span recorded the same call.
   */
  private readTool(span: CaseSpan): void {
    const draft = draftToolCall(span);
    this.relayed.addArguments(draft.tool?.args ?? "");
    this.relayed.addResult(draft.tool?.name ?? "", draft.text);
    const position = this.findCall(draft, span);
    const message = this.transcript.messages[position];
    if (message === undefined) {
      this.transcript.append(draft);
      return;
    }
    claimCall(message, draft);
    addSource(message, span);
    this.transcript.addKeys(position, draft.keys);
  }

  private findCall(draft: DraftMessage, span: CaseSpan): number {
    if (span.toolCallId !== null) {
      const position = this.transcript.findLast(callIdKey(span.toolCallId));
      if (position !== -1 && this.isSameCall(position, draft)) return position;
    }
    const { messages } = this.transcript;
    const key = callKey(draft.tool?.name ?? "", draft.tool?.args ?? "");
    for (let at = messages.length - 1; at >= 0; at -= 1) {
      const message = messages[at];
      if (message === undefined || message.atUs < span.startUs) return -1;
      if (message.answers !== "id" || message.tool === null) continue;
      const isSameTool = message.tool.name === draft.tool?.name;
      if (isSameTool && isBareCall(draft)) return at;
      if (callKey(message.tool.name, message.tool.args) === key) return at;
    }
    return -1;
  }

  /** Ids may be used again in later turns: a call with a span of its own is the same only within its step. */
  private isSameCall(position: number, draft: DraftMessage): boolean {
    const message = this.transcript.messages[position];
    if (message?.tool?.name !== draft.tool?.name) return message?.tool?.name === "";
    if (message?.answers !== "span") return true;
    return this.transcript.messages
      .slice(position)
      .every(({ tool, text }) => tool !== null || text === "");
  }

  /** A model's answer: new, unless a turn, a wrapper span or a later prompt has it. */
  private readAnswer(words: readonly Utterance[], span: CaseSpan, atUs: number): void {
    let position = this.answerPositions.get(span) ?? 0;
    for (const utterance of words) {
      if (this.relayed.isOfMember(span) && this.isResult(utterance)) continue;
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

  /** True for what a tool returned: the answer of an agent that ran as a tool. */
  private isResult({ text }: Utterance): boolean {
    return text !== "" && this.transcript.findNext(speechKey("tool", text, []), 0) !== -1;
  }

  private findSpoken(utterance: Utterance, from: number): DraftMessage | undefined {
    const last = this.transcript.messages.at(-1);
    if (last?.isTurn !== true || this.transcript.messages.length <= from) return undefined;
    if (last.speaker !== "agent" || utterance.speaker !== "agent") return undefined;
    return isSameSpeech(last.text, utterance.text) ? last : undefined;
  }
}
