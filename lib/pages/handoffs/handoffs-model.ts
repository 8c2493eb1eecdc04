import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type {
  BarSegment,
  BarRow,
  ChartFrameModel,
  ChartLink,
  PlainTable,
} from "@/lib/analytics/charts/chart-model";
import type { HandoffsQuery } from "./url";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import type { Pagination } from "@/lib/format/address/paginate";
import type { TextSegment } from "@/lib/format/segment-text";
import type { TabChoice } from "@/lib/format/tab-choice";
import type { VerdictView } from "@/lib/format/scores/verdict-view";
import type { FigureCard, FindingModel } from "@/lib/analytics/findings/finding-model";

/** The handoffs between two channels. */
export type PairRow = {
  readonly key: string;
  /** Null: rare pairs together. */
  readonly pair: { readonly from: Channel; readonly to: Channel } | null;
  readonly words: string;
  readonly handoffs: string;
  /** The list of them; null for several pairs. */
  readonly listHref: string | null;
  /** The page with its quotes; null for several pairs. */
  readonly chooseHref: string | null;
  readonly isChosen: boolean;
  readonly segments: readonly BarSegment[];
  readonly label: string;
  readonly carried: string;
  readonly askedAgain: string;
  /** Unasked. */
  readonly saidAgain: string;
  readonly lost: string;
  /** "52%", "not rated". */
  readonly kept: string;
  readonly interval: string;
};

export type PairsModel = {
  readonly frame: ChartFrameModel;
  readonly rows: readonly PairRow[];
  readonly legend: readonly BarSegment[];
};

/** One of two quotes: the information given, and the repeated question. */
export type QuoteView = {
  readonly channel: Channel;
  /** Null: the customer's own words. */
  readonly agent: AgentKind | null;
  readonly atUs: number;
  readonly segments: readonly TextSegment[];
};

export type QuotesModel = {
  readonly title: string;
  readonly total: number;
  /** From 1. */
  readonly at: number;
  /** Null: not found, or its messages are gone. */
  readonly shown: {
    readonly caseId: string;
    readonly href: string;
    readonly what: string;
    readonly gap: string;
    readonly fate: VerdictView;
    /** Null: the evaluator quotes only the question. */
    readonly given: QuoteView | null;
    readonly question: QuoteView | null;
  } | null;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};

export type PromiseLine = {
  readonly key: string;
  readonly caseId: string;
  readonly href: string;
  readonly customer: { readonly id: string; readonly href: string } | null;
  readonly channel: Channel;
  /** Who promised it: "agent-204, Refunds". */
  readonly by: string;
  /** Name of whoever takes care of the case now; null: nobody. */
  readonly owner: string | null;
  readonly what: string;
  /** The promising sentence, masked; "": not stored. */
  readonly quote: string;
  readonly dueUs: number | null;
  readonly state: VerdictView;
  /** "Not known on voice"; "–": not lost. */
  readonly lostAt: string;
};

/** A stacked bar. */
type BarModel = { readonly frame: ChartFrameModel; readonly segments: readonly BarSegment[] };

export type PromisesModel = {
  /** By current state. */
  readonly states: BarModel;
  /** By whether the next contact that mentioned them knew of them. */
  readonly receptions: BarModel;
  readonly list: {
    readonly title: string;
    readonly subtitle: string;
    readonly tabs: readonly TabChoice[];
    readonly csv: ChartLink;
    /** Where there is no line. */
    readonly none: string;
    readonly lines: readonly PromiseLine[];
    readonly pagination: Pagination;
  };
};

/** The model of the Handoffs page. */
export type HandoffsModel = FindingModel & {
  readonly query: HandoffsQuery;
  readonly figures: readonly FigureCard[];
  readonly pairs: PairsModel;
  readonly quotes: QuotesModel;
  readonly lostKinds: { readonly frame: ChartFrameModel; readonly rows: readonly BarRow[] };
  readonly directions: DotModel;
  readonly kinds: DotModel;
  readonly releases: DotModel;
  readonly teams: DotModel;
  readonly packets: PlainTable;
  readonly notes: PlainTable;
  readonly promises: PromisesModel;
};
