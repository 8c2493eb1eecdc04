import type { Channel } from "@/lib/domain/trace/channel";
import type {
  BarModel,
  BarPart,
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
  readonly parts: readonly BarPart[];
  readonly label: string;
  /** The same of the period before; null where nothing is compared. */
  readonly before: { readonly parts: readonly BarPart[]; readonly words: string } | null;
  /** Cases outside the bar, counted and linked. */
  readonly leftOut: readonly ChartLink[];
};

/** Two facts of the same cases against each other; the last column is the row's total. */
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

/** How long things take. */
export type TimesModel = {
  readonly title: string;
  readonly subtitle: string;
  /** "the 90 days before"; "" where nothing is compared. */
  readonly beforeWords: string;
  readonly rows: readonly {
    readonly words: string;
    /** Drawn as its mark in place of the words. */
    readonly channel: Channel | null;
    readonly median: string;
    readonly interval: string;
    readonly p90: string;
    readonly count: string;
    readonly href: string;
    /** The median of the period before. */
    readonly before: string;
  }[];
};

/** A case that took more contacts than its type needs, and what went wrong. */
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
  /** All cases not resolved, where there are any, and what a resolution costs. */
  readonly links: readonly ChartLink[];
};

/** What the Overview shows. */
export type OverviewModel = FindingModel & {
  readonly query: OverviewQuery;
  readonly figures: readonly FigureCard[];
  /** What is marked on the lines of its figures. */
  readonly markers: readonly TimeMarker[];
  readonly ladder: LadderModel;
  /** Resolution by the channel a case began on, by channel path, and so on. */
  readonly breakdowns: readonly DotModel[];
  readonly lastContact: MatrixModel;
  readonly ratings: MatrixModel;
  readonly adjusted: DotModel;
  /** Null where no two versions of a prompt ran beside each other. */
  readonly prompts: DotModel | null;
  readonly firstContact: DotModel;
  readonly containment: BarModel;
  readonly times: TimesModel;
  readonly cost: CostModel;
  /** Null where nothing is compared. */
  readonly change: BarModel | null;
  /** Null where cases name fewer than two releases. */
  readonly releases: DotModel | null;
};
