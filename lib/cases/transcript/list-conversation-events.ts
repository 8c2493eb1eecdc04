import type { CaseSpan } from "@/lib/domain/case/case";
import type { Utterance } from "@/lib/domain/trace/reading";
import { findCoveredSummaries, hasWords } from "./find-covered-summaries";
import { withoutHelpers } from "./helper-answers";
import { listPrompts, promptOf, utterancesOf, type PromptsOfTraces } from "./said-words";
import { joinPieces } from "./said/join-pieces";
import type { ConversationEvent } from "./conversation-event";
import { findFrames, isBelowFrame } from "./heard/speech-frames";
import type { SpeechTimes } from "./heard/speech-times";
import { findOwnSpeech } from "./heard/synthesised-speech";
import { withoutUnsaid } from "./heard/without-unsaid";
import { ancestors, hasAncestor, type SpanTree } from "./select-conversation";

/** Order at the same instant: what ended, then turns, then what starts. */
const rank = { answer: 0, turn: 1, tool: 2, prompt: 3, reply: 5 } as const;

/** The conversation events of one contact's spans, in order of time. */
export function listConversationEvents(
  spans: readonly CaseSpan[],
  tree: SpanTree,
  speechTimes: SpeechTimes = () => null,
): readonly ConversationEvent[] {
  const frames = findFrames(spans);
  const busyUntil = findWorkBelowTurns(spans, tree, frames);
  const ownSpeech = findOwnSpeech(spans);
  const firstTools = findToolsBelowModels(spans, tree);
  const shared = {
    covered: findCoveredSummaries(spans, tree),
    prompts: listPrompts(spans),
    steps: listSteps(spans),
    speechTimes,
  };
  const events = spans.flatMap((span) => {
    const busyUntilUs = busyUntil.get(span) ?? span.startUs;
    const around = { ...shared, busyUntilUs, toolUs: firstTools.get(span) };
    if (span.part === "history" && isBelowFrame(span, tree, frames))
      return callsOf(span, tree, around);
    if (frames.has(span)) return heardEvents(span, tree, around, busyUntil.get(span));
    if (ownSpeech.has(span)) return turnEvents(span, span.startUs, speechTimes);
    return eventsOf(span, tree, around);
  });
  const sorted = withoutHelpers(events)
    .map((event, index) => ({ saying: event, index }))
    .sort((a, b) => compareEvents(a.saying, b.saying) || a.index - b.index)
    .map(({ saying: event }) => event);
  return withoutUnsaid(sorted);
}

/** What a model generated below a span that says what was heard: its calls alone. */
function callsOf(span: CaseSpan, tree: SpanTree, around: Around): readonly ConversationEvent[] {
  const [, answer] = historyEvents(span, tree, { ...around, toolUs: undefined });
  if (answer?.kind !== "answer") return [];
  const calls = answer.words.filter(({ toolCalls = [] }) => toolCalls.length > 0);
  const words = calls.map((utterance) => ({ ...utterance, text: "" }));
  return words.length === 0 ? [] : [{ ...answer, words }];
}

/** A turn as it was heard, from when it was spoken. */
function heardEvents(
  span: CaseSpan,
  tree: SpanTree,
  around: Around,
  workEndUs: number | undefined,
): readonly ConversationEvent[] {
  const isBoth = span.part === "turn" && utterancesOf(span.input, "customer").length > 0;
  const readyUs = Math.min(workEndUs ?? (isBoth ? span.endUs : span.startUs), span.endUs);
  const atUs = around.speechTimes(span) ?? readyUs;
  if (span.part !== "history") return turnEvents(span, atUs, around.speechTimes);
  const events = historyEvents(span, tree, { ...around, toolUs: undefined });
  return events.map((event) => (event.kind === "answer" ? { ...event, atUs } : event));
}

function compareEvents(a: ConversationEvent, b: ConversationEvent): number {
  return a.atUs - b.atUs || rankOf(a) - rankOf(b) || promptLength(a) - promptLength(b);
}

/** Of two prompts at one instant, the longer repeats the shorter and its answer. */
function promptLength(event: ConversationEvent): number {
  return event.kind === "prompt" ? event.words.length : 0;
}

/** An instantaneous answer still follows its own prompt. */
function rankOf(event: ConversationEvent): number {
  const isInstant = event.kind === "answer" && event.atUs <= latestStartUs(event.span);
  return isInstant ? 4 : rank[event.kind];
}

/** What of other spans decides about a span's events. */
type Around = {
  /** End of the last model or tool span below a turn. */
  readonly busyUntilUs: number;
  readonly covered: ReturnType<typeof findCoveredSummaries>;
  /** Start of the first tool span below a model's. */
  readonly toolUs: number | undefined;
  readonly prompts: PromptsOfTraces;
  /** Names of the steps of each trace, by its id. */
  readonly steps: ReadonlyMap<string, ReadonlySet<string>>;
  readonly speechTimes: SpeechTimes;
};

function eventsOf(span: CaseSpan, tree: SpanTree, around: Around): readonly ConversationEvent[] {
  const { busyUntilUs, covered, speechTimes } = around;
  switch (span.part) {
    case "none":
    case "event":
      return [];
    case "tool":
      return [{ kind: "tool", atUs: latestStartUs(span), span }];
    case "history":
      return historyEvents(span, tree, around);
    case "turn":
      return turnEvents(span, Math.max(busyUntilUs, answeredUs(span)), speechTimes);
    case "summary":
      if (isRepeatedAbove(span, tree)) return [];
      if (covered.has(span)) return covered.get(span) === "below" ? replyEvents(span) : [];
      return summaryEvents(span, tree, around);
  }
}

/** The answer that called a tool below the span came before it. */
function historyEvents(
  span: CaseSpan,
  tree: SpanTree,
  { prompts, toolUs }: Pick<Around, "prompts" | "toolUs">,
): readonly ConversationEvent[] {
  const words = promptOf(span, tree, prompts);
  const answer = joinPieces(utterancesOf(span.output, "agent"));
  const atUs = latestStartUs(span);
  const calls = answer.some(({ toolCalls = [] }) => toolCalls.length > 0);
  const saidUs = calls ? (toolUs ?? span.endUs) : span.endUs;
  return [
    { kind: "prompt", atUs, span, words },
    { kind: "answer", atUs: Math.max(atUs, saidUs), span, words: answer },
  ];
}

/**
 * Clocks in JavaScript round a span's start down to a millisecond and not its end: a call that began
 * right after another span's end would seem to begin before it.
 * @returns the last microsecond at which the span can have begun
 */
function latestStartUs({ startUs, endUs }: CaseSpan): number {
  const isRounded = startUs % 1000 === 0 && endUs % 1000 !== 0;
  return isRounded ? startUs + 999 : startUs;
}

/** When a turn's answer was there: with the customer's words on the same span, at its end. */
function answeredUs(span: CaseSpan): number {
  return utterancesOf(span.input, "customer").some(({ speaker }) => speaker === "customer")
    ? span.endUs
    : span.startUs;
}

function turnEvents(
  span: CaseSpan,
  answerUs: number,
  speechTimes: SpeechTimes = () => null,
): readonly ConversationEvent[] {
  return [
    ...utterancesOf(span.input, "customer").map((utterance) =>
      turn(span, utterance, span.startUs, speechTimes),
    ),
    ...utterancesOf(span.output, "agent").map((utterance) => turn(span, utterance, answerUs)),
  ];
}

/**
 * A summary with several utterances is a history; one with a single text is a turn. A graph's branch returns the name of
 * the step that comes next.
 */
function summaryEvents(
  span: CaseSpan,
  tree: SpanTree,
  { prompts, steps }: Around,
): readonly ConversationEvent[] {
  const names = steps.get(span.traceId);
  const isNext = typeof span.output === "string" && names?.has(span.output.trim()) === true;
  const step = isNext ? { ...span, output: null } : span;
  return utterancesOf(step.input, "customer").length > 1
    ? historyEvents(step, tree, { prompts, toolUs: undefined })
    : turnEvents(step, answeredUs(step));
}

/** Words of a sentence; a label tells a program how to go on. */
const sentence = /\S\s+\S|[.!?…。！？]\s*$/u;

function replyEvents(span: CaseSpan): readonly ConversationEvent[] {
  const utterance = utterancesOf(span.output, "agent").at(-1);
  if (utterance?.speaker !== "agent" || !sentence.test(utterance.text)) return [];
  return [{ kind: "reply", atUs: span.endUs, span, utterance }];
}

/** How graphs name their last step. */
const lastSteps = ["__end__", "END"];

function listSteps(spans: readonly CaseSpan[]): ReadonlyMap<string, ReadonlySet<string>> {
  const steps = new Map<string, Set<string>>();
  for (const { traceId, name, part } of spans) {
    if (part !== "summary") continue;
    const known = steps.get(traceId);
    if (known === undefined) steps.set(traceId, new Set([...lastSteps, name]));
    else known.add(name);
  }
  return steps;
}

function turn(
  span: CaseSpan,
  utterance: Utterance,
  atUs: number,
  speechTimes: SpeechTimes = () => null,
): ConversationEvent {
  const spokenUs = speechTimes(span, utterance.atUs);
  return { kind: "turn", atUs: spokenUs ?? utterance.atUs ?? atUs, span, utterance };
}

function isRepeatedAbove(span: CaseSpan, tree: SpanTree): boolean {
  return hasAncestor(span, tree, (above) => above.part === "summary" && hasWords(above));
}

/** An agent speaks after the model and tool spans below its turn. */
function findWorkBelowTurns(
  spans: readonly CaseSpan[],
  tree: SpanTree,
  frames: ReadonlySet<CaseSpan>,
): ReadonlyMap<CaseSpan, number> {
  const busyUntil = new Map<CaseSpan, number>();
  const isTurn = (span: CaseSpan) => span.part === "turn" || frames.has(span);
  if (!spans.some(isTurn)) return busyUntil;
  for (const span of spans) {
    if (span.part !== "tool" && span.part !== "history") continue;
    if (frames.has(span)) continue;
    for (const above of ancestors(span, tree)) {
      if (!isTurn(above)) continue;
      busyUntil.set(above, Math.max(busyUntil.get(above) ?? above.startUs, span.endUs));
    }
  }
  return busyUntil;
}

/** Google's ADK runs the tools that a model's reply calls within the model's span. */
function findToolsBelowModels(
  spans: readonly CaseSpan[],
  tree: SpanTree,
): ReadonlyMap<CaseSpan, number> {
  const firstUs = new Map<CaseSpan, number>();
  for (const span of spans) {
    if (span.part !== "tool") continue;
    const asker = nearest(ancestors(span, tree));
    if (asker !== null) {
      firstUs.set(asker, Math.min(firstUs.get(asker) ?? span.startUs, span.startUs));
    }
  }
  return firstUs;
}

function nearest(above: Iterable<CaseSpan>): CaseSpan | null {
  for (const span of above) if (span.part === "history") return span;
  return null;
}
