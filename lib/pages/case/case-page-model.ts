import type { LeaksView } from "./panel/prepare-leaks";
import type { Closure, Handoff, Interaction, Message } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import type { Risk } from "@/lib/domain/trace/identity";
import type { Outcome } from "@/lib/domain/case/outcome";
import type { ToolCall } from "@/lib/domain/trace/reading";
import type { CaseAround } from "./case-around-model";
import type { ClaimsView } from "@/lib/format/scores/claims-view";
import type { CaseQuery } from "./url";
import type { HandoffVerdict } from "@/lib/analytics/facets/case-facets";
import type { HandoffStory } from "./handoff-story";
import type { JourneyStep } from "@/lib/format/journey-step";
import type { ItemPanel } from "./panel/item-panel-model";
import type { PacketView } from "@/lib/format/scores/packet-view";
import type { ScoreView, Quotation } from "@/lib/format/scores/score-view";
import type { Moods } from "@/lib/format/scores/prepare-moods";
import type { TextSegment } from "@/lib/format/segment-text";
import type { Timeline } from "./timeline/timeline-model";

export type { Quotation, ScoreView };

export type HandoffView = {
  readonly handoff: Handoff;
  readonly fromChannel: Channel;
  readonly toChannel: Channel;
  readonly scores: readonly ScoreView[];
  readonly story: HandoffStory;
  /** Where an AI agent gave the customer to a person; null elsewhere. */
  readonly packet: PacketView | null;
};

export type MessageView = {
  readonly message: Message;
  readonly segments: readonly TextSegment[];
  /** Those of its tool calls that no answer in the contact stands for. */
  readonly calls: readonly ToolCall[];
  /** The span it was first read from. */
  readonly traceHref: string | null;
  /** True where a quotation marks words of it, so that it must not be folded away. */
  readonly isQuoted: boolean;
};

/** One contact with what was said in it, in order. */
export type ContactView = {
  readonly interaction: Interaction;
  /** What the customer began with, cut; "" where they said nothing. */
  readonly opening: string;
  /** The boundaries that led to it. */
  readonly arrivals: readonly HandoffView[];
  /** Agents that changed inside it. */
  readonly changes: readonly HandoffView[];
  /** Those of the part of the transcript that is shown. */
  readonly messages: readonly MessageView[];
  /** Where the contact stands: on this page, or in the part that has its words. */
  readonly href: string;
  /** True where none of its words stand in the part that is shown. */
  readonly isElsewhere: boolean;
  readonly scores: readonly ScoreView[];
};

export type InferredIntentView = {
  /** "refund (inferred)" */
  readonly words: string;
  /** How sure it is, and why, in sentences. */
  readonly because: string;
};

export type FindingGroup = {
  readonly label: string;
  readonly count: number;
  /** Distinct sentences, the first few. */
  readonly details: readonly string[];
};

/** What the Case page shows. */
export type CasePageModel = {
  readonly asOfUs: number;
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  readonly intent: string | null;
  /** Told by the customer's words where none is declared. */
  readonly inferredIntent: InferredIntentView | null;
  readonly risk: Risk | null;
  readonly region: string | null;
  readonly teams: readonly string[];
  readonly csat: number | null;
  readonly title: string;
  readonly outcome: Outcome;
  /** Sentences that say why. */
  readonly outcomeReasons: readonly string[];
  readonly closure: Closure;
  readonly closureQuotations: readonly Quotation[];
  readonly mergedInto: string | null;
  /** The customer's next case about the same issue. */
  readonly repeatCaseId: string | null;
  readonly journey: readonly JourneyStep[];
  /** One between each two steps of the journey. */
  readonly handoffVerdicts: readonly HandoffVerdict[];
  readonly touchpoints: number;
  readonly handoffs: number;
  readonly messages: number;
  readonly spans: number;
  readonly openedUs: number | null;
  readonly lastContactUs: number | null;
  /** True until a case that an earlier version derived is derived again: what its words show is missing. */
  readonly isOfEarlierVersion: boolean;
  /** What is shown; its part of the transcript is one that there is. */
  readonly query: CaseQuery;
  readonly timeline: Timeline;
  readonly contacts: readonly ContactView[];
  /** null where nobody judged how frustrated the customer was. */
  readonly moods: Moods | null;
  /** What is selected, close up; null where there is nothing to select. */
  readonly panel: ItemPanel | null;
  /** Those of the selected contact, and of the contact after the selected handoff. */
  readonly claims: readonly ClaimsView[];
  readonly around: CaseAround;
  /** Our evaluators whose verdicts are shown, with their versions. */
  readonly evaluators: readonly string[];
  readonly caseScores: readonly ScoreView[];
  readonly leaks: LeaksView | null;
  readonly findings: readonly FindingGroup[];
};

export { contactAnchor, messageAnchor, quotationAnchor } from "@/lib/format/anchors";

/** What a change of the case begins from: what a browser needs of the model, which is long. */
export type ChangedCase = Pick<CasePageModel, "caseId" | "mergedInto" | "around">;
