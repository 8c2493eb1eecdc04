import type { DerivedCase, Evidence, Quote } from "@/lib/domain/case/case";
import { scoredHandoffs } from "@/lib/analytics/rows/verdicts-between";
import { scoreCell } from "@/lib/analytics/words/case-cells";
import { caseViewHref } from "@/lib/pages/case/url";
import { formatDuration } from "@/lib/format/format";
import { handoffsHref, type ChannelPair, type HandoffsQuery } from "./url";
import { segmentText } from "@/lib/format/segment-text";
import type { QuotesModel, QuoteView } from "./handoffs-model";
import { pairWords, quotesWords } from "./words";

/** The shown handoff among those of its pair with a repeated question. */
export type FoundQuotes = {
  /** Null: no repeated question. */
  readonly pair: ChannelPair | null;
  readonly total: number;
  /** From 0. */
  readonly at: number;
  readonly source: {
    readonly derived: Pick<
      DerivedCase,
      "caseId" | "messages" | "interactions" | "handoffs" | "scores"
    >;
    readonly ordinal: number;
  } | null;
};

/** Prepares the two quotes of a handoff: information given, and repeated question. */
export function prepareQuotes(found: FoundQuotes, query: HandoffsQuery): QuotesModel {
  const { pair, total, at } = found;
  const hrefAt = (position: number) =>
    position < 0 || position >= total || pair === null
      ? null
      : handoffsHref({ ...query, pair, quote: position + 1 });
  return {
    title: pair === null ? quotesWords.none : quotesWords.subtitle(pairWords(pair), total),
    total,
    at: at + 1,
    shown: shownOf(found.source),
    previousHref: hrefAt(at - 1),
    nextHref: hrefAt(at + 1),
  };
}

function shownOf(source: FoundQuotes["source"]): QuotesModel["shown"] {
  if (source === null) return null;
  const { derived, ordinal } = source;
  const score = scoredHandoffs("repeat_information", derived.scores).get(ordinal);
  if (score === undefined) return null;
  // The evaluator's evidence: the question first, the earlier information last.
  const [question, ...others] = score.evidence.filter(isQuote);
  const given = others.at(-1);
  const { tone, words } = scoreCell({ evaluator: "repeat_information", value: score.value });
  return {
    caseId: derived.caseId,
    href: caseViewHref(derived.caseId, { item: `h${String(ordinal)}` }),
    what: score.because,
    gap: quotesWords.later(formatDuration(derived.handoffs[ordinal]?.gapUs ?? 0)),
    fate: { tone, label: words },
    given: given === undefined ? null : quoteView(derived, given),
    question: question === undefined ? null : quoteView(derived, question),
  };
}

function isQuote(evidence: Evidence): evidence is Quote {
  return "message" in evidence;
}

/** Context around a quote, in UTF-16 units. */
const around = 140;

function quoteView(
  { messages, interactions }: Pick<DerivedCase, "messages" | "interactions">,
  quote: Quote,
): QuoteView | null {
  const message = messages[quote.message];
  if (message === undefined) return null;
  const { text } = message;
  const start = wordStart(text, quote.start - around);
  const end = wordEnd(text, quote.end + around);
  const words = `${start === 0 ? "" : "… "}${text.slice(start, end)}${end === text.length ? "" : " …"}`;
  const moved = (start === 0 ? 0 : 2) - start;
  const range = { ref: 1, start: quote.start + moved, end: quote.end + moved };
  return {
    channel: interactions[message.interaction]?.channel ?? "unknown",
    agent: message.speaker === "agent" ? message.agentKind : null,
    atUs: message.atUs,
    segments: segmentText(words, [range]),
  };
}

/** Cuts between words, so that no masked value is split. */
function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const blank = text.indexOf(" ", at);
  return blank < 0 ? 0 : blank + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.lastIndexOf(" ", at);
  return blank < 0 ? text.length : blank;
}
