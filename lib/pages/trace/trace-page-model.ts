import type { SpanUsageWords } from "@/lib/format/amounts/usage-words";
import type { OutsideLink } from "@/lib/domain/settings/link-template";
import type { Channel } from "@/lib/domain/trace/channel";
import type { DataFinding } from "@/lib/domain/trace/finding";
import type { AgentKind, IdentitySource } from "@/lib/domain/trace/identity";
import type { Passage, Speaker, SpanKind, ToolCall } from "@/lib/domain/trace/reading";
import type { Pagination } from "@/lib/format/address/paginate";
import type { ClaimsView } from "@/lib/format/scores/claims-view";
import type { ScoreView } from "@/lib/pages/case/case-page-model";
import type { TimeTick } from "@/lib/format/time-ticks";
import type { TraceQuery, TraceTab } from "./url";

/** One span in its tree. */
export type SpanRow = {
  readonly spanId: string;
  readonly name: string;
  /** Tool, model or kind. */
  readonly note: string;
  readonly kind: SpanKind;
  /** From 0. */
  readonly depth: number;
  /** Spans below it. */
  readonly below: number;
  readonly isFolded: boolean;
  readonly isFailed: boolean;
  readonly isChosen: boolean;
  readonly href: string;
  /** Folds or unfolds its children; null: none. */
  readonly toggleHref: string | null;
  /** Start and width of its bar as shares of the axis. */
  readonly left: number;
  readonly width: number;
  readonly time: string;
};

/** Text as it is shown: a very long one is cut. */
export type ShownText = { readonly text: string; readonly cutFrom: number | null };

export type SpanMessage = {
  readonly speaker: Speaker;
  readonly agentKind: AgentKind;
  readonly name: string | null;
  readonly body: ShownText;
  readonly toolCalls: readonly ToolCall[];
};

/** Input or output messages. */
export type SpanWords = {
  /** True for text without speakers. */
  readonly isPlain: boolean;
  readonly title: string;
  /** Earlier messages that are left out. */
  readonly omitted: number;
  readonly messages: readonly SpanMessage[];
};

export type AttributeGroup = {
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly value: ShownText }[];
};

export type SpanPanel = {
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly kind: SpanKind;
  readonly isFailed: boolean;
  readonly statusMessage: string;
  readonly startUs: number;
  /** Since the beginning of the trace. */
  readonly offset: string;
  readonly time: string;
  readonly used: SpanUsageWords;
  readonly model: string | null;
  readonly toolName: string | null;
  readonly prompt: string | null;
  readonly maskedCount: number;
  /** Unmasked data first seen on this span of its case: "1 name in agent messages"; "": none. */
  readonly leaked: string;
  readonly isTextStripped: boolean;
  readonly findings: readonly DataFinding[];
  /** Address of its message in the case, or null. */
  readonly inCaseHref: string | null;
  readonly tab: TraceTab;
  readonly tabs: readonly {
    readonly tab: TraceTab;
    readonly count: number;
    readonly href: string;
  }[];
  readonly words: readonly SpanWords[];
  readonly passages: readonly Passage[];
  readonly belongs: readonly {
    readonly label: string;
    readonly value: string;
    readonly from: IdentitySource;
  }[];
  readonly attributes: readonly AttributeGroup[];
  readonly links: readonly { readonly label: string; readonly href: string }[];
  /** Back to the tools that it comes from. */
  readonly openIn: readonly OutsideLink[];
  readonly scores: readonly ScoreView[];
  readonly raw: ShownText;
  /** The raw JSON for copying; null: too large. */
  readonly copy: string | null;
};

/** The model of the Trace page. */
export type TracePageModel = {
  readonly traceId: string;
  readonly title: string;
  /** A sentence on where the time went, or "". */
  readonly finding: string;
  readonly caseIds: readonly string[];
  /** The replays that it is of: "refund-017 in v15". */
  readonly replays: readonly { readonly label: string; readonly href: string }[];
  readonly channel: Channel;
  readonly agentKind: AgentKind;
  readonly query: TraceQuery;
  readonly startUs: number;
  readonly durationUs: number;
  readonly spanCount: number;
  /** Number of spans in the tree. */
  readonly readCount: number;
  /** What its model calls used, in one line; "": nothing is known. */
  readonly usage: string;
  /** Back to the tools that it comes from, as far as it takes no span. */
  readonly openIn: readonly OutsideLink[];
  readonly failed: { readonly count: number; readonly href: string };
  readonly orphanCount: number;
  readonly ticks: readonly TimeTick[];
  readonly rows: readonly SpanRow[];
  /** Index in `rows` of the first orphan; null: none shown. */
  readonly orphansFrom: number | null;
  readonly hiddenByFilter: number;
  readonly unfoldHref: string | null;
  readonly foldHref: string | null;
  /** Of the tree's rows. */
  readonly pagination: Pagination;
  /** A requested span that the trace does not have. */
  readonly missingSpanId: string | null;
  /** Targets of the keys; null: none. */
  readonly keys: {
    readonly next: string | null;
    readonly previous: string | null;
    readonly collapse: string | null;
    readonly expand: string | null;
  };
  readonly panel: SpanPanel | null;
  /** Claims of the answer that the span said or retrieved passages for. */
  readonly claims: readonly ClaimsView[];
};
