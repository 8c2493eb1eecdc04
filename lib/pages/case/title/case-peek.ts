import type { Closure, HandoffKind } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type { Outcome } from "@/lib/domain/case/outcome";
import type { Speaker } from "@/lib/domain/trace/reading";
import type { HandoffVerdict } from "@/lib/analytics/facets/case-facets";
import type { JourneyStep } from "@/lib/format/journey-step";
import type { TextSegment } from "@/lib/format/segment-text";

/** Words that a verdict rests on, with whose they are. */
export type PeekQuote = {
  readonly ordinal: number;
  readonly speaker: Speaker;
  readonly agentKind: AgentKind;
  readonly channel: Channel;
  readonly atUs: number;
  /** The quoted words and a little around them; the quoted ones are marked. */
  readonly words: readonly TextSegment[];
  /** Where they stand on the Case page. */
  readonly href: string;
};

/** A verdict that speaks against the case, in its own words. */
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
  /** Whether the customer was asked again. */
  readonly verdict: HandoffVerdict;
  /** How much of what was known was kept, 0 to 1; null where nothing tells. */
  readonly context: number | null;
  /** Why, in a sentence; null where nothing was said. */
  readonly because: string | null;
};

/** What stands beside the list of one of its cases. */
export type CasePeek = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly title: string;
  readonly outcome: Outcome;
  readonly journey: readonly JourneyStep[];
  readonly handoffVerdicts: readonly HandoffVerdict[];
  readonly touchpoints: number;
  readonly openedUs: number | null;
  readonly lastContactUs: number | null;
  /** How it ended, in words. */
  readonly endWords: string;
  readonly closure: Closure;
  /** Sentences that say why the outcome is what it is. */
  readonly outcomeReasons: readonly string[];
  /** Worst first, at most three. */
  readonly reasons: readonly PeekReason[];
  readonly handoffs: readonly PeekHandoff[];
};
