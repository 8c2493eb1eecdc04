import type { Channel } from "@/lib/domain/trace/channel";
import type {
  BarModel,
  BarSegment,
  ChartFrameModel,
  ChartLink,
  DotModel,
} from "@/lib/analytics/charts/chart-model";
import type { CaseListItem } from "@/lib/analytics/words/case-list-item";
import type {
  FigureCard,
  FindingModel,
  FindingsModel,
} from "@/lib/analytics/findings/finding-model";
import type { OverviewQuery } from "@/lib/analytics/filter/overview-query";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";
import type { Tone } from "@/lib/format/wording";

export type LadderModel = {
  readonly frame: ChartFrameModel;
  readonly segments: readonly BarSegment[];
  readonly label: string;
  /** The same of the period before; null: no comparison period. */
  readonly before: { readonly segments: readonly BarSegment[]; readonly words: string } | null;
  /** Cases outside the bar, counted and linked. */
  readonly leftOut: readonly ChartLink[];
};

/** A cross table of cases; the last column is the row's total. */
export type MatrixModel = {
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly words: string;
    readonly cells: readonly {
      readonly count: number;
      readonly share: string;
      readonly href: string | null;
    }[];
  }[];
  readonly note: string;
  readonly foot: string;
};

/** Durations. */
export type TimesModel = {
  readonly title: string;
  readonly subtitle: string;
  /** "the 90 days before"; "": no comparison. */
  readonly beforeWords: string;
  readonly rows: readonly {
    readonly words: string;
    /** The channel, drawn as an icon instead of the text. */
    readonly channel: Channel | null;
    readonly median: string;
    readonly interval: string;
    readonly p90: string;
    readonly count: string;
    readonly href: string;
    /** Median of the previous period. */
    readonly before: string;
  }[];
};

/** A case with more contacts than its type's typical number, with what went wrong. */
export type CostlyRow = {
  readonly item: CaseListItem;
  readonly href: string;
  readonly type: string;
  readonly contacts: string;
  readonly expected: string;
  readonly wrong: string;
  readonly outcome: { readonly tone: Tone; readonly label: string };
};

export type CostModel = {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly CostlyRow[];
  /** Link to all unresolved cases, if any, and the cost per resolution. */
  readonly links: readonly ChartLink[];
};

/** The model of the Overview. */
export type OverviewModel = FindingModel & {
  readonly query: OverviewQuery;
  readonly findings: FindingsModel;
  readonly figures: readonly FigureCard[];
  /** Annotations on the figures' lines. */
  readonly markers: readonly TimeMarker[];
  readonly ladder: LadderModel;
  /** Resolution by first channel, channel path, and so on. */
  readonly breakdowns: readonly DotModel[];
  readonly lastContact: MatrixModel;
  readonly ratings: MatrixModel;
  readonly adjusted: DotModel;
  /** Null: no two prompt versions ran in parallel. */
  readonly prompts: DotModel | null;
  readonly firstContact: DotModel;
  readonly containment: BarModel;
  readonly times: TimesModel;
  readonly cost: CostModel;
  /** Null: no comparison period. */
  readonly change: BarModel | null;
  /** Null: fewer than two releases. */
  readonly releases: DotModel | null;
};
