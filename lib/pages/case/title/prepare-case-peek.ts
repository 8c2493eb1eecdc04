import type { DerivedCase, Evidence, Message, Quote, Score } from "@/lib/domain/case/case";
import { evaluatorEntry, readScore } from "@/lib/domain/quality/evaluator-catalogue";
import type { Outcome } from "@/lib/domain/case/outcome";
import { contextsOfHandoffs, verdictsOfHandoffs } from "@/lib/analytics/rows/verdicts-between";
import { badness } from "@/lib/analytics/rows/worst-scores";
import { messageAnchor } from "../case-page-model";
import type { CasePeek, PeekFound, PeekHandoff, PeekQuote, PeekReason } from "./case-peek";
import { caseViewHref, pageOfMessage } from "../url";
import { caseTitle } from "./case-title";
import type { CaseListItem } from "@/lib/analytics/words/case-list-item";
import { closedSentence } from "./closed-sentence";
import { outcomeReasons } from "./outcome-reasons";
import type { SiblingCase } from "./same-issue";
import type { TextSegment } from "@/lib/format/segment-text";
import { segmentMessage } from "@/lib/format/segment-message";

type Outline = Omit<DerivedCase, "messages">;

const reasonsMax = 3;
const contextLength = 80;

/** The most unfavourable verdicts, worst first. */
export function worstVerdicts({ scores }: Pick<Outline, "scores">): readonly Score[] {
  return scores
    .flatMap((score) => {
      const weight = weightOf(score);
      return weight === null ? [] : [{ score, weight }];
    })
    .sort((one, other) => other.weight - one.weight)
    .slice(0, reasonsMax)
    .map(({ score }) => score);
}

/** Null: favourable, not scored, or of unknown direction. */
function weightOf({ evaluator, version, verdict }: Score): number | null {
  const entry = version === "imported" ? null : evaluatorEntry(evaluator);
  if (entry === null || verdict.status !== "scored") return null;
  if (readScore(entry, verdict.value).band === "good") return null;
  return badness({ evaluator, value: verdict.value });
}

/** Ordinals of the messages quoted by the worst verdicts. */
export function quotedOrdinals(verdicts: readonly Score[]): readonly number[] {
  return [...new Set(verdicts.flatMap(quotesOf).map(({ message }) => message))];
}

function quotesOf({ verdict }: Score): readonly Quote[] {
  return verdict.status === "scored" ? verdict.evidence.filter(isQuote) : [];
}

function isQuote(evidence: Evidence): evidence is Quote {
  return "message" in evidence;
}

type PeekInput = {
  readonly derived: Outline;
  /** The case's row. */
  readonly item: Pick<CaseListItem, "journey" | "handoffVerdicts" | "touchpoints">;
  readonly outcome: Outcome;
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
  /** The customer's cases. */
  readonly siblings: readonly SiblingCase[];
  readonly verdicts: readonly Score[];
  /** Those that the verdicts quote. */
  readonly messages: readonly Message[];
  /** The query string of the list, for the link back. */
  readonly list: string;
  /** How often "likely resolved" is right; "" where nobody measured it. */
  readonly likelyRight: string;
  readonly found: PeekFound | null;
};

/** Prepares the preview of a case. @param asOfUs microseconds since 1970 */
export function prepareCasePeek(input: PeekInput, asOfUs: number): CasePeek {
  const { derived, item, outcome, repeatUs, repeatCaseId, siblings, verdicts, messages } = input;
  const byOrdinal = new Map(messages.map((message) => [message.ordinal, message]));
  return {
    caseId: derived.caseId,
    customerId: derived.customerId,
    title: caseTitle(derived, outcome, { siblings, repeatUs, repeatCaseId, knowledge: null }),
    outcome,
    journey: item.journey,
    handoffVerdicts: item.handoffVerdicts,
    touchpoints: item.touchpoints,
    openedUs: derived.openedUs,
    lastContactUs: derived.lastContactUs,
    endWords: closedSentence(
      derived.closing !== null && derived.closing.atUs <= asOfUs ? derived.closing : null,
      derived.closure.method,
    ),
    closure: derived.closure,
    outcomeReasons: outcomeReasons(derived, outcome, repeatUs, asOfUs, input.likelyRight),
    found: input.found,
    reasons: verdicts.map((score) => reasonOf(score, input, byOrdinal)),
    handoffs: handoffsOf(derived),
  };
}

function reasonOf(
  score: Score,
  input: PeekInput,
  messages: ReadonlyMap<number, Message>,
): PeekReason {
  const { evaluator, verdict } = score;
  return {
    evaluator,
    value: verdict.status === "scored" ? verdict.value : 0,
    because: verdict.because,
    quotes: quotesOf(score).flatMap((quote) => {
      const message = messages.get(quote.message);
      return message === undefined ? [] : [quoteOf(quote, message, input)];
    }),
  };
}

function quoteOf(quote: Quote, message: Message, { derived, list }: PeekInput): PeekQuote {
  const { ordinal, speaker, agentKind, atUs } = message;
  const channel = derived.interactions[message.interaction]?.channel ?? "unknown";
  const segments = segmentMessage(message, [{ ref: 1, start: quote.start, end: quote.end }]);
  const view = caseViewHref(derived.caseId, { page: pageOfMessage(ordinal), list });
  const href = `${view}#${messageAnchor(ordinal)}`;
  return { ordinal, speaker, agentKind, channel, atUs, words: nearQuote(segments), href };
}

/** The quoted segments with some context. */
function nearQuote(segments: readonly TextSegment[]): readonly TextSegment[] {
  const first = segments.findIndex(({ refs }) => refs.length > 0);
  const last = segments.findLastIndex(({ refs }) => refs.length > 0);
  if (first === -1) return [];
  const before = segments.slice(0, first).reverse();
  const tail = takeWords(before, (raw) => `…${raw.slice(-contextLength)}`).reverse();
  const head = takeWords(segments.slice(last + 1), (raw) => `${raw.slice(0, contextLength)}…`);
  return [...tail, ...segments.slice(first, last + 1), ...head];
}

/** Takes segments up to a length; shortens the last unless it is a masked value. */
function takeWords(
  segments: readonly TextSegment[],
  shorten: (raw: string) => string,
): TextSegment[] {
  const taken: TextSegment[] = [];
  let length = 0;
  for (const segment of segments) {
    if (length >= contextLength) break;
    const isLong = segment.masked === null && segment.raw.length > contextLength;
    taken.push(isLong ? { ...segment, raw: shorten(segment.raw) } : segment);
    length += segment.raw.length;
  }
  return taken;
}

function handoffsOf(derived: Outline): PeekHandoff[] {
  const verdicts = verdictsOfHandoffs(derived.scores);
  const contexts = contextsOfHandoffs(derived.scores);
  const channelOf = (ordinal: number) => derived.interactions[ordinal]?.channel ?? "unknown";
  return derived.handoffs.map(({ ordinal, kind, fromKind, toKind, gapUs, ...handoff }) => {
    const verdict = verdicts.get(ordinal) ?? "unknown";
    return {
      ordinal,
      kind,
      fromKind,
      toKind,
      gapUs,
      fromChannel: channelOf(handoff.fromInteraction),
      toChannel: channelOf(handoff.toInteraction),
      verdict,
      context: contexts.get(ordinal) ?? null,
      because: becauseOf(derived.scores, ordinal),
    };
  });
}

/** The evaluators' verdict on a handoff, preferably a scored one. */
function becauseOf(scores: readonly Score[], ordinal: number): string | null {
  const own = scores.filter(
    ({ evaluator, target }) =>
      target.kind === "handoff" && target.ordinal === ordinal && evaluatorEntry(evaluator) !== null,
  );
  const scored = own.filter(({ verdict }) => verdict.status === "scored");
  return (scored[0] ?? own[0])?.verdict.because ?? null;
}
