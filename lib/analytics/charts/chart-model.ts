import type { Channel } from "@/lib/domain/trace/channel";
import type { Interval } from "@/lib/stats/interval";

/** A link to what a chart shows: "All cases", "CSV". */
export type ChartLink = {
  readonly words: string;
  readonly href: string;
  /** True: a download, not a page. */
  readonly isFile?: boolean;
};

/** A cell of the table under a chart; its address opens what it counts. */
export type ChartCell = { readonly words: string; readonly href?: string };

/** The same figures as the drawing, as a table. */
export type ChartTable = {
  readonly columns: readonly { readonly words: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly ChartCell[])[];
};

/** The frame of every chart. */
export type ChartFrameModel = {
  /** The finding in words. */
  readonly title: string;
  /** The measure and its unit. */
  readonly subtitle: string;
  /** The whole chart in one sentence, for those who do not see it. */
  readonly label: string;
  readonly table: ChartTable;
  readonly links: readonly ChartLink[];
  /** A caveat; "" where there is none. */
  readonly note: string;
};

/** A row's subject: channels as symbols, or words where there are none. */
export type ChartSubject = { readonly channels: readonly Channel[]; readonly words: string };

/** A figure as a dot with its interval on a common scale. */
export type DotRow = {
  readonly key: string;
  readonly subject: ChartSubject;
  /** The cases it counts; null where there is no such list. */
  readonly href: string | null;
  /** Null where there is no value: a gap. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** A second, hollow dot: the figure before adjustment, or of the period before. */
  readonly hollow: number | null;
  /** "74%", or a fraction of few. */
  readonly shown: string;
  /** "71 of 96, 65–82%". */
  readonly basis: string;
};

/** The axis of a drawing. Positions are in the unit of the values. */
export type ChartScale = {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly words: string }[];
  /** A dotted line with its name: a target, or the figure of everything. */
  readonly reference: { readonly at: number; readonly words: string } | null;
};

/** Fills of a bar's segments, distinguishable without colour. */
export type BarFill = "solid" | "shade" | "dots" | "diagonal" | "lines" | "grid" | "empty";

/** A segment of a stacked bar, in order. */
export type BarSegment = {
  readonly key: string;
  readonly words: string;
  readonly count: number;
  /** "45%", or "" in a narrow segment. */
  readonly share: string;
  readonly fill: BarFill;
  readonly href: string | null;
};

/** A count as a bar. */
export type BarRow = {
  readonly key: string;
  readonly subject: ChartSubject;
  /** Below 0 it reaches the other way. */
  readonly amount: number;
  /** Its end label, the figure first. */
  readonly shown: string;
  readonly basis: string;
  /** More about it, in small words under its name. */
  readonly detail?: string;
  readonly href: string | null;
};

export type DotModel = {
  readonly frame: ChartFrameModel;
  readonly rows: readonly DotRow[];
  readonly scale: ChartScale;
};

export type BarModel = { readonly frame: ChartFrameModel; readonly rows: readonly BarRow[] };

export type PlainTable = {
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly {
    readonly words: string;
    readonly isNumber: boolean;
    /** True where it is hidden on a phone. */
    readonly isWide?: boolean;
  }[];
  readonly rows: readonly {
    readonly channel: Channel | null;
    readonly words: string;
    readonly cells: readonly ChartCell[];
  }[];
  readonly note: string;
};
