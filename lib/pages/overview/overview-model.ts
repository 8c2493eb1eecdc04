import type {
  BarModel,
  BarSegment,
  ChartFrameModel,
  ChartLink,
  DotModel,
} from "@/lib/analytics/charts/chart-model";
import type { CaseListItem } from "@/lib/analytics/words/case-list-item";
import type { FigureCard, FindingModel } from "@/lib/analytics/findings/finding-model";
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
  readonly links: readonly ChartLink[];
};

/** What would show how cases end. */
export type EvidenceModel = {
  readonly title: string;
  readonly rows: readonly {
    readonly words: string;
    readonly count: string;
    readonly href: string | null;
    /** How to send it. */
    readonly how: string;
  }[];
  readonly note: string;
};

/** A case with more contacts than its type's typical number, with what went wrong. */
export type CostlyRow = {
  readonly item: CaseListItem;
  readonly href: string;
  readonly type: string;
  readonly contacts: string;
  readonly expected: string;
  readonly wrong: string;
  /** Null where ends are not known. */
  readonly outcome: { readonly tone: Tone; readonly label: string } | null;
};

export type CostModel = {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly CostlyRow[];
  /** Link to all unresolved cases, if any, and the cost per resolution. */
  readonly links: readonly ChartLink[];
};

/** What is shown of how cases end; where the data can't say, what would, in place of counted silence. */
export type EndsModel =
  | {
      readonly kind: "known";
      readonly ladder: LadderModel;
      readonly lookedFine: MatrixModel;
      /** Null: no comparison period. */
      readonly change: BarModel | null;
    }
  | { readonly kind: "unknown"; readonly evidence: EvidenceModel };

/** The model of the Overview. */
export type OverviewModel = FindingModel & {
  readonly query: OverviewQuery;
  readonly figures: readonly FigureCard[];
  /** Annotations on the figures' lines. */
  readonly markers: readonly TimeMarker[];
  readonly ends: EndsModel;
  /** Resolution by first channel; where ends are not known, returns. */
  readonly byChannel: DotModel;
  readonly containment: BarModel;
  readonly cost: CostModel;
};
