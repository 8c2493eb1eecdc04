import type { OutsideLink } from "@/lib/domain/settings/link-template";
import type { LeaksView } from "./panel/prepare-leaks";
import type { Closure, Handoff, Interaction, Message } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import type { Risk } from "@/lib/domain/trace/identity";
import type { Outcome } from "@/lib/domain/case/outcome";
import type { ToolCall } from "@/lib/domain/trace/reading";
import type { CaseAround } from "./case-around-model";
import type { ClaimsView } from "@/lib/format/scores/claims-view";
import type { CaseQuery } from "./url";
import type { SwitchVerdict } from "@/lib/analytics/facets/case-facets";
import type { HandoffStory } from "./handoff-story";
import type { JourneyStep } from "@/lib/format/journey-step";
import type { ItemPanel } from "./panel/item-panel-model";
import type { PacketView } from "@/lib/format/scores/packet-view";
import type { ScoreView, Quotation } from "@/lib/format/scores/score-view";
import type { Moods } from "@/lib/format/scores/prepare-moods";
import type { TextSegment } from "@/lib/format/segment-text";
import type { FoundSegment } from "@/lib/analytics/search/split-at-hits";
import type { CaseFound } from "./search/case-found";
import type { Timeline } from "./timeline/timeline-model";
import type { FailedStep } from "./timeline/failure-stops";

export type { Quotation, ScoreView };

export type HandoffView = {
  readonly handoff: Handoff;
  readonly fromChannel: Channel;
  readonly toChannel: Channel;
  readonly scores: readonly ScoreView[];
  readonly story: HandoffStory;
  /** The packet of a handoff from an AI agent to a human; else null. */
  readonly packet: PacketView | null;
};

export type MessageView = {
  readonly message: Message;
  readonly segments: readonly (TextSegment | FoundSegment)[];
  /** Its tool calls without a result in the contact. */
  readonly calls: readonly ToolCall[];
  /** Calls of models that failed before it or as it was made: "Model gpt-4.1 failed: rate limit". */
  readonly failedCalls: readonly string[];
  /** The span it was first read from. */
  readonly traceHref: string | null;
  /** True where it is quoted, so that it must not be folded. */
  readonly isQuoted: boolean;
};

/** One contact with its messages in order. */
/** Links from a contact back to the tools that its traces come from; of several traces they open the first. */
export type ContactLinks = { readonly links: readonly OutsideLink[]; readonly traces: number };

export type ContactView = {
  readonly interaction: Interaction;
  /** The customer's first words, shortened; "": none. */
  readonly opening: string;
  /** The handoffs that led to it. */
  readonly arrivals: readonly HandoffView[];
  /** Handoffs within it. */
  readonly changes: readonly HandoffView[];
  /** Its messages on the shown page of the transcript. */
  readonly messages: readonly MessageView[];
  /** Address of the contact: an anchor, or another page of the transcript. */
  readonly href: string;
  /** True where none of its messages is on the shown page of the transcript. */
  readonly isElsewhere: boolean;
  /** Null where there are none. */
  readonly openIn: ContactLinks | null;
  readonly scores: readonly ScoreView[];
};

export type InferredIntentView = {
  /** "refund (inferred)" */
  readonly words: string;
  /** Certainty and reasons, as sentences. */
  readonly because: string;
};

export type FindingGroup = {
  readonly label: string;
  readonly count: number;
  /** Distinct sentences, the first few. */
  readonly details: readonly string[];
};

/** The model of the Case page. */
export type CasePageModel = {
  readonly asOfUs: number;
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  readonly intent: string | null;
  /** Inferred from the customer's words where none is declared. */
  readonly inferredIntent: InferredIntentView | null;
  readonly risk: Risk | null;
  readonly region: string | null;
  readonly teams: readonly string[];
  readonly csat: number | null;
  /** What its model calls used, in one line; "": nothing is known. */
  readonly usage: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** Reasons, as sentences. */
  readonly outcomeReasons: readonly string[];
  readonly closure: Closure;
  readonly closureQuotations: readonly Quotation[];
  readonly mergedInto: string | null;
  /** The case in which the customer came back about the same issue. */
  readonly repeatCaseId: string | null;
  readonly journey: readonly JourneyStep[];
  /** The handoffs between the steps of the journey. */
  readonly handoffVerdicts: readonly SwitchVerdict[];
  readonly touchpoints: number;
  readonly handoffs: number;
  readonly messages: number;
  readonly spans: number;
  readonly openedUs: number | null;
  readonly lastContactUs: number | null;
  /**
   * True until a case derived by an earlier version is derived again: facts from its messages are missing.
   */
  readonly isOfEarlierVersion: boolean;
  /** The query, with a page of the transcript that exists. */
  readonly query: CaseQuery;
  readonly timeline: Timeline;
  /** Failed calls of tools and models, in the order of the transcript. */
  readonly failedSteps: readonly FailedStep[];
  /** What the search of the list that the viewer came from found; null: it had none. */
  readonly found: CaseFound | null;
  readonly contacts: readonly ContactView[];
  /** null: frustration was not scored. */
  readonly moods: Moods | null;
  /** The detail panel of the selected item; null: no item. */
  readonly panel: ItemPanel | null;
  /** Scores of the selected contact, or of the contact after the selected handoff. */
  readonly claims: readonly ClaimsView[];
  readonly around: CaseAround;
  /** Our evaluators whose scores are shown, with versions. */
  readonly evaluators: readonly string[];
  readonly caseScores: readonly ScoreView[];
  readonly leaks: LeaksView | null;
  readonly findings: readonly FindingGroup[];
};

export { contactAnchor, messageAnchor } from "@/lib/format/anchors";

/** The part of the model that the change dialogs need. */
export type ChangedCase = Pick<CasePageModel, "caseId" | "mergedInto" | "around">;
