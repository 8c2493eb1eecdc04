import type { CaseSpan } from "@/lib/domain/case/case";
import type { Utterance } from "@/lib/domain/trace/reading";
import { findCoveredSummaries, hasWords } from "./find-covered-summaries";
import { findHelperCalls, type ModelCall } from "./helper-answers";
import { listPrompts, promptOf, utterancesOf, type PromptsOfTraces } from "./said-words";
import { joinPieces } from "./said/join-pieces";
import { ancestors, hasAncestor, type SpanTree } from "./select-conversation";

/** One event of the conversation in a span, with its time. */
export type ConversationEvent =
  | {
      readonly kind: "turn";
      readonly atUs: number;
      readonly span: CaseSpan;
      readonly utterance: Utterance;
    }
  | { readonly kind: "tool"; readonly atUs: number; readonly span: CaseSpan }
  | {
      readonly kind: "prompt";
      readonly atUs: number;
      readonly span: CaseSpan;
      readonly words: readonly Utterance[];
    }
  | {
      readonly kind: "answer";
      readonly atUs: number;
      readonly span: CaseSpan;
      readonly words: readonly Utterance[];
    }
  /** What a span around model calls replied: said if they said nothing. */
  | {
      readonly kind: "reply";
      readonly atUs: number;
      readonly span: CaseSpan;
      readonly utterance: Utterance;
    };

/** Order at the same instant: what ended, then turns, then what starts. */
const rank = { answer: 0, turn: 1, tool: 2, prompt: 3, reply: 5 } as const;

/** The conversation events of one contact's spans, in order of time. */
export function listConversationEvents(
  spans: readonly CaseSpan[],
  tree: SpanTree,
): readonly ConversationEvent[] {
  const busyUntil = findWorkBelowTurns(spans, tree);
  const firstTools = findToolsBelowModels(spans, tree);
  const shared = {
    covered: findCoveredSummaries(spans, tree),
    prompts: listPrompts(spans),
    steps: listSteps(spans),
  };
  return withoutHelpers(
    spans.flatMap((span) => {
      const busyUntilUs = busyUntil.get(span) ?? span.startUs;
      return eventsOf(span, tree, { ...shared, busyUntilUs, toolUs: firstTools.get(span) });
    }),
  )
    .map((event, index) => ({ saying: event, index }))
    .sort((a, b) => compareEvents(a.saying, b.saying) || a.index - b.index)
    .map(({ saying: event }) => event);
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
};

function eventsOf(span: CaseSpan, tree: SpanTree, around: Around): readonly ConversationEvent[] {
  const { busyUntilUs, covered } = around;
  switch (span.part) {
    case "none":
    case "event":
      return [];
    case "tool":
      return [{ kind: "tool", atUs: latestStartUs(span), span }];
    case "history":
      return historyEvents(span, tree, around);
    case "turn":
      return turnEvents(span, busyUntilUs);
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

function turnEvents(span: CaseSpan, busyUntilUs: number): readonly ConversationEvent[] {
  const customerUtterances = utterancesOf(span.input, "customer");
  const agentUtterances = utterancesOf(span.output, "agent");
  const answerUs = Math.max(busyUntilUs, customerUtterances.length > 0 ? span.endUs : span.startUs);
  return [
    ...customerUtterances.map((utterance) => turn(span, utterance, span.startUs)),
    ...agentUtterances.map((utterance) => turn(span, utterance, answerUs)),
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
  const told = isNext ? { ...span, output: null } : span;
  return utterancesOf(told.input, "customer").length > 1
    ? historyEvents(told, tree, { prompts, toolUs: undefined })
    : turnEvents(told, told.startUs);
}

/** Words of a sentence; a label tells a program how to go on. */
const sentence = /\S\s+\S|[.!?…。！？]\s*$/u;

function replyEvents(span: CaseSpan): readonly ConversationEvent[] {
  const utterance = utterancesOf(span.output, "agent").at(-1);
  if (utterance?.speaker !== "agent" || !sentence.test(utterance.text)) return [];
  return [{ kind: "reply", atUs: span.endUs, span, utterance }];
}

/** Leaves out what calls answered that only rated or sorted the customer's words. */
function withoutHelpers(events: readonly ConversationEvent[]): readonly ConversationEvent[] {
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

function turn(span: CaseSpan, utterance: Utterance, atUs: number): ConversationEvent {
  return { kind: "turn", atUs: utterance.atUs ?? atUs, span, utterance };
}

function isRepeatedAbove(span: CaseSpan, tree: SpanTree): boolean {
  return hasAncestor(span, tree, (above) => above.part === "summary" && hasWords(above));
}

/** An agent speaks after the model and tool spans below its turn. */
function findWorkBelowTurns(
  spans: readonly CaseSpan[],
  tree: SpanTree,
): ReadonlyMap<CaseSpan, number> {
  const busyUntil = new Map<CaseSpan, number>();
  if (!spans.some((span) => span.part === "turn")) return busyUntil;
  for (const span of spans) {
    if (span.part !== "tool" && span.part !== "history") continue;
    for (const above of ancestors(span, tree)) {
      if (above.part !== "turn") continue;
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
