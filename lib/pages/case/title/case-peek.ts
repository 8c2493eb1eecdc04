import type { Closure, HandoffKind } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type { Outcome } from "@/lib/domain/case/outcome";
import type { Speaker } from "@/lib/domain/trace/reading";
import type { HandoffVerdict, SwitchVerdict } from "@/lib/analytics/facets/case-facets";
import type { HitSentence } from "@/lib/analytics/search/hit-words";
import type { RowHit } from "@/lib/analytics/search/row-hit";
import type { JourneyStep } from "@/lib/format/journey-step";
import type { TextSegment } from "@/lib/format/segment-text";

/** A verdict's quote with its speaker. */
export type PeekQuote = {
  readonly ordinal: number;
  readonly speaker: Speaker;
  readonly agentKind: AgentKind;
  readonly channel: Channel;
  readonly atUs: number;
  /** The quote, highlighted, with some context. */
  readonly words: readonly TextSegment[];
  /** Their address on the Case page. */
  readonly href: string;
};

/** An unfavourable verdict with its quotes. */
export type PeekReason = {
  readonly evaluator: string;
  readonly value: number;
  readonly because: string;
  readonly quotes: readonly PeekQuote[];
};

export type PeekHandoff = {
  readonly ordinal: number;
  readonly kind: HandoffKind;
  readonly fromChannel: Channel;
  readonly toChannel: Channel;
  readonly fromKind: AgentKind;
  readonly toKind: AgentKind;
  readonly gapUs: number;
  /** What the customer had to repeat. */
  readonly verdict: HandoffVerdict;
  /** Share of known facts kept, 0 to 1; null: unknown. */
  readonly context: number | null;
  /** The reason, a sentence; null: none. */
  readonly because: string | null;
};

/** What a search found in a case: its line in the list, and why, one per term. */
export type PeekFound = {
  readonly hit: RowHit | null;
  readonly reasons: readonly HitSentence[];
};

/** The preview of a case. */
export type CasePeek = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly title: string;
  readonly outcome: Outcome;
  readonly journey: readonly JourneyStep[];
  readonly handoffVerdicts: readonly SwitchVerdict[];
  readonly touchpoints: number;
  readonly openedUs: number | null;
  readonly lastContactUs: number | null;
  /** Its ending as text. */
  readonly endWords: string;
  readonly closure: Closure;
  /** Reasons of the outcome, as sentences. */
  readonly outcomeReasons: readonly string[];
  /** What the list's search found in it; null: the list has none. */
  readonly found: PeekFound | null;
  /** Worst first, at most three. */
  readonly reasons: readonly PeekReason[];
  readonly handoffs: readonly PeekHandoff[];
};
