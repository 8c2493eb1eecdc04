import type { Evidence, Score } from "@/lib/domain/case/case";
import { belongingOf } from "@/lib/domain/case/belonging";
import { identityFields, type AgentKind } from "@/lib/domain/trace/identity";
import type { Content, ImportedScore, Passage, Utterance } from "@/lib/domain/trace/reading";
import { counterpartOf } from "@/lib/domain/quality/published-evaluators";
import {
  isFailedSpan,
  type StoredAttributes,
  type StoredTrace,
  type TraceSpan,
  type TraceSpanDetail,
} from "@/lib/domain/trace/trace";
import { leakWords } from "@/lib/domain/privacy/leak-words";
import { messageAnchor } from "@/lib/format/anchors";
import { caseViewHref, pageOfMessage } from "@/lib/pages/case/url";
import { leakedIn } from "@/lib/pages/case/panel/prepare-leaks";
import { formatSpanTime } from "@/lib/format/format";
import { rawSpan } from "./raw-span";
import { readingOf } from "@/lib/format/scores/score-reading";
import type { Quotation, ScoreView } from "@/lib/format/scores/score-view";
import { quotedSegments } from "@/lib/format/segment-text";
import { spanUsageWords } from "@/lib/format/amounts/usage-words";
import { promptWords } from "@/lib/format/prompts/prompt-words";
import { shownText } from "./shown-text";
import type { AttributeGroup, SpanMessage, SpanPanel, SpanWords } from "./trace-page-model";
import { traceHref, traceTabs, type TraceQuery, type TraceTab } from "./url";
import { identityFieldWords, slugWords } from "@/lib/format/wording";

const messagesMax = 100;
/** Longest raw JSON sent for copying, in characters. */
const copiedMax = 500_000;

type SpanAround = {
  /** The beginning of its trace, microseconds since 1970. */
  readonly startUs: number;
  /** Accuracy of one of our evaluators: "AUC 0.84". */
  readonly accuracyOf: (evaluator: string) => string;
  /** Makes names in messages and passages readable; attributes and raw JSON stay as they are stored. */
  readonly restore: (text: string) => string;
  readonly openIn: SpanPanel["openIn"];
};

/** Prepares the span panel. */
export function prepareSpanPanel(
  span: TraceSpan,
  trace: StoredTrace,
  query: TraceQuery,
  { startUs, accuracyOf, restore, openIn }: SpanAround,
): SpanPanel | null {
  const detail = trace.span;
  if (detail?.spanId !== span.spanId) return null;
  const belonging = belongingOf(detail.identity ?? {});
  const caseHrefOf = inCaseHref(belonging.caseId, detail.message, query.list);
  const contents = {
    words: wordsIn(detail, belonging.agentKind, restore),
    passages: (detail.extra.passages ?? []).map((passage) => ({
      ...passage,
      text: passage.text === null ? null : restore(passage.text),
    })),
    attributes: attributesOf(detail, startUs),
    scores: scoresOf(detail, caseHrefOf, accuracyOf),
  };
  const tabs = tabsOf(contents, (tab) =>
    traceHref(trace.traceId, { ...query, spanId: span.spanId, tab }),
  );
  const raw = rawSpan(trace.traceId, span, detail);
  const requested = tabs.find(({ tab }) => tab === query.tab);
  return {
    ...span,
    ...contents,
    openIn,
    isFailed: isFailedSpan(span),
    statusMessage: detail.remainder.statusMessage ?? "",
    offset: formatSpanTime(span.startUs - startUs),
    time: formatSpanTime(span.endUs - span.startUs),
    used: spanUsageWords(span.usage),
    prompt: promptOf(detail),
    maskedCount: detail.maskedCount,
    leaked: leakWords(leakedIn(detail.scores)),
    isTextStripped: detail.isTextStripped,
    findings: detail.findings,
    inCaseHref: caseHrefOf,
    tab: (requested ?? tabs[0])?.tab ?? "raw",
    tabs,
    belongs: identityFields.flatMap((field) => {
      const own = detail.identity?.[field];
      const isOfReplay = field === "caseId" && detail.identity?.cohortItem !== undefined;
      return own === undefined || isOfReplay ? [] : [{ label: identityFieldWords[field], ...own }];
    }),
    links: (detail.remainder.links ?? []).map(({ traceId, spanId }) => ({
      label: `${traceId}/${spanId}`,
      href: traceHref(traceId, { spanId, list: query.list }),
    })),
    raw: shownText(raw),
    copy: raw.length > copiedMax ? null : raw,
  };
}

function promptOf({ promptName, promptVersion }: TraceSpanDetail): string | null {
  return promptWords(promptName, promptVersion) ?? promptName;
}

function inCaseHref(
  caseId: string | null,
  message: number | null,
  list: string | null,
): string | null {
  if (caseId === null || message === null) return null;
  return `${caseViewHref(caseId, { page: pageOfMessage(message), list })}#${messageAnchor(message)}`;
}

type Counted = {
  readonly words: readonly SpanWords[];
  readonly passages: readonly Passage[];
  readonly attributes: readonly AttributeGroup[];
  readonly scores: readonly ScoreView[];
};

/** The non-empty tabs; passages before messages. */
function tabsOf(contents: Counted, hrefOf: (tab: TraceTab) => string): SpanPanel["tabs"] {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const counts: Readonly<Record<TraceTab, number>> = {
    messages: sum(contents.words.map(({ messages, omitted }) => messages.length + omitted)),
    passages: contents.passages.length,
    attributes: sum(contents.attributes.map(({ rows }) => rows.length)),
    scores: contents.scores.length,
    raw: 1,
  };
  const order: readonly TraceTab[] = counts.passages > 0 ? ["passages", ...traceTabs] : traceTabs;
  return [...new Set(order)]
    .filter((tab) => counts[tab] > 0)
    .map((tab) => ({ tab, count: counts[tab], href: hrefOf(tab) }));
}

function wordsIn(
  { system, input, output }: TraceSpanDetail,
  agentKind: AgentKind,
  restore: SpanAround["restore"],
): SpanWords[] {
  const sections: readonly (readonly [title: string, content: Content | null])[] = [
    ["Instructions", system],
    ["Input", input],
    ["Output", output],
  ];
  return sections.flatMap(([title, content]) => {
    if (content === null || content.length === 0) return [];
    const utterances: readonly Utterance[] =
      typeof content === "string" ? [{ speaker: "system", text: content }] : content;
    const omitted = Math.max(0, utterances.length - messagesMax);
    const messages = utterances.slice(omitted).map((each) => messageOf(each, agentKind, restore));
    const isPlain = typeof content === "string";
    return [{ title, omitted, isPlain, messages }];
  });
}

function messageOf(
  utterance: Utterance,
  agentKind: AgentKind,
  restore: SpanAround["restore"],
): SpanMessage {
  const { speaker, name = null, text, toolCalls = [] } = utterance;
  const calls = toolCalls.map((call) => ({ ...call, args: restore(call.args) }));
  return { speaker, agentKind, name, body: shownText(restore(text)), toolCalls: calls };
}

function attributesOf({ remainder, resource }: TraceSpanDetail, startUs: number): AttributeGroup[] {
  const { attributes, events = [] } = remainder;
  const groups: AttributeGroup[] = [
    { title: "Attributes", rows: rowsOf(attributes) },
    ...events.map((event) => ({
      title: `Event ${event.name}, +${formatSpanTime(event.atUs - startUs)}`,
      rows: rowsOf(event.attributes),
    })),
    { title: "Resource", rows: rowsOf(resource.attributes) },
  ];
  return groups.filter(({ rows, title }) => rows.length > 0 || title.startsWith("Event "));
}

function rowsOf(attributes: StoredAttributes): AttributeGroup["rows"] {
  return Object.keys(attributes)
    .sort()
    .map((key) => {
      const value = attributes[key] ?? null;
      return { key, value: shownText(typeof value === "string" ? value : JSON.stringify(value)) };
    });
}

/** The case's identity, else the span's own. */
function scoresOf(
  detail: TraceSpanDetail,
  href: string | null,
  accuracyOf: SpanAround["accuracyOf"],
): ScoreView[] {
  const { scores, extra } = detail;
  if (scores.length > 0) {
    return scores.map((score, index) => ({
      ...scoreView(score, index, detail, href),
      accuracy: score.version === "imported" ? null : accuracyOf(score.evaluator),
    }));
  }
  return (extra.importedScores ?? []).map(importedView);
}

function scoreView(
  score: Score,
  index: number,
  detail: TraceSpanDetail,
  href: string | null,
): Omit<ScoreView, "accuracy"> {
  const { target, verdict } = score;
  return {
    key: String(index),
    ...readingOf(score),
    place: null,
    judge: null,
    about: target.kind === "message" ? `message ${String(target.ordinal + 1)}` : target.kind,
    status: verdict.status,
    value: verdict.status === "scored" ? verdict.value : null,
    because: verdict.because,
    aboutHref: href,
    quotations:
      verdict.status === "scored" && href !== null
        ? quotationsIn(detail, verdict.evidence, href)
        : [],
  };
}

/** The quotes of a score in the span's message. @param href of the message in its case */
function quotationsIn(
  { message, messageText }: TraceSpanDetail,
  evidence: readonly Evidence[],
  href: string,
): Quotation[] {
  return evidence.flatMap((item, index) => {
    if (!("message" in item) || item.message !== message || messageText === null) return [];
    const ref = index + 1;
    const words = quotedSegments(messageText, { ref, start: item.start, end: item.end });
    return words.length === 0 ? [] : [{ kind: "words", ref, words, href }];
  });
}

function importedView(score: ImportedScore, index: number): ScoreView {
  const { name, label, value, because, scope } = score;
  return {
    key: String(index),
    evaluator: name,
    name: slugWords(name),
    reading: null,
    version: "imported",
    place: null,
    judge: null,
    question: counterpartOf(name)?.evaluator ?? null,
    about: slugWords(scope),
    status: value === null ? "not-scorable" : "scored",
    value,
    accuracy: null,
    aboutHref: null,
    because: because ?? label ?? "No reason came with it.",
    quotations: [],
  };
}
