import type { CaseSpan } from "@/lib/domain/case/case";
import type { Content, Speaker, Utterance } from "@/lib/domain/trace/reading";
import { ancestors, hasAncestor, type SpanTree } from "./select-conversation";

/** One thing that a span tells about the conversation, at its time. */
export type Saying =
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
    };

/** What comes first at the same instant: what ended, then what was said, then what is told to a model. */
const rank = { answer: 0, turn: 1, tool: 2, prompt: 3 } as const;

/** Lists what the spans of one contact say, in the order in which it became known. */
export function listSayings(spans: readonly CaseSpan[], tree: SpanTree): readonly Saying[] {
  const busyUntil = findWorkBelowTurns(spans, tree);
  const hasBetter = spans.some((span) => isSpoken(span) && hasContent(span));
  return spans
    .flatMap((span) => sayingsOf(span, tree, busyUntil.get(span) ?? span.startUs, hasBetter))
    .map((saying, index) => ({ saying, index }))
    .sort((a, b) => compareSayings(a.saying, b.saying) || a.index - b.index)
    .map(({ saying }) => saying);
}

function compareSayings(a: Saying, b: Saying): number {
  return a.atUs - b.atUs || rankOf(a) - rankOf(b) || promptLength(a) - promptLength(b);
}

/** Of two prompts of one instant the longer repeats the shorter and what was answered to it. */
function promptLength(saying: Saying): number {
  return saying.kind === "prompt" ? saying.words.length : 0;
}

/** An answer that took no time still follows its own prompt. */
function rankOf(saying: Saying): number {
  return saying.kind === "answer" && saying.atUs <= saying.span.startUs ? 4 : rank[saying.kind];
}

function sayingsOf(
  span: CaseSpan,
  tree: SpanTree,
  busyUntilUs: number,
  hasBetter: boolean,
): readonly Saying[] {
  switch (span.part) {
    case "none":
      return [];
    case "tool":
      return [{ kind: "tool", atUs: span.startUs, span }];
    case "history":
      return historySayings(span);
    case "turn":
      return turnSayings(span, busyUntilUs);
    case "summary":
      return hasBetter || isRepeatedAbove(span, tree) ? [] : summarySayings(span);
  }
}

function historySayings(span: CaseSpan): readonly Saying[] {
  const words = utterancesOf(span.input, "customer");
  const answer = utterancesOf(span.output, "agent");
  return [
    { kind: "prompt", atUs: span.startUs, span, words },
    { kind: "answer", atUs: Math.max(span.startUs, span.endUs), span, words: answer },
  ];
}

function turnSayings(span: CaseSpan, busyUntilUs: number): readonly Saying[] {
  const heard = utterancesOf(span.input, "customer");
  const answered = utterancesOf(span.output, "agent");
  const answerUs = Math.max(busyUntilUs, heard.length > 0 ? span.endUs : span.startUs);
  return [
    ...heard.map((utterance) => turn(span, utterance, span.startUs)),
    ...answered.map((utterance) => turn(span, utterance, answerUs)),
  ];
}

/** A summary that holds a whole conversation repeats itself from one to the next; a single text does not. */
function summarySayings(span: CaseSpan): readonly Saying[] {
  return utterancesOf(span.input, "customer").length > 1
    ? historySayings(span)
    : turnSayings(span, span.startUs);
}

function turn(span: CaseSpan, utterance: Utterance, atUs: number): Saying {
  return { kind: "turn", atUs: utterance.atUs ?? atUs, span, utterance };
}

/** A span's content as utterances without instructions; plain text is `speaker`'s. */
function utterancesOf(content: Content | null, speaker: Speaker): readonly Utterance[] {
  if (content === null || content === "") return [];
  if (typeof content === "string") return [{ speaker, text: content }];
  return content;
}

function isSpoken(span: CaseSpan): boolean {
  return span.part === "turn" || span.part === "history";
}

function hasContent(span: CaseSpan): boolean {
  return (span.input?.length ?? 0) > 0 || (span.output?.length ?? 0) > 0;
}

function isRepeatedAbove(span: CaseSpan, tree: SpanTree): boolean {
  return hasAncestor(span, tree, (above) => above.part === "summary" && hasContent(above));
}

/** An agent speaks after the model and the tools that work below its turn. */
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
