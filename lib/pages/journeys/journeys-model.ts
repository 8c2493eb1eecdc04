import type { Channel } from "@/lib/domain/trace/channel";
import type { ChartFrameModel, ChartSubject, DotModel } from "@/lib/analytics/charts/chart-model";
import type { PlacedAnnotations } from "@/lib/analytics/charts/place-annotations";
import type { JourneysQuery } from "./url";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";
import type { TabChoice } from "@/lib/format/tab-choice";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";

/** A cell of the transition matrix; null: no transition. */
export type MatrixCell = {
  readonly to: Channel;
  readonly count: string;
  /** Share of the row: "38%"; "": few. */
  readonly share: string;
  /** "after 2 d 4 h". */
  readonly gap: string;
  /** "48% resolved", "3 of 7 resolved". */
  readonly resolved: string;
  /** "62% asked again". */
  readonly repeated: string;
  /** The full text with intervals. */
  readonly label: string;
  /** Shade by share of the row, 0 to 4. */
  readonly heat: number;
  /** Address of its cases. */
  readonly href: string;
};

export type MatrixModel = {
  readonly frame: ChartFrameModel;
  readonly starters: readonly TabChoice[];
  readonly channels: readonly Channel[];
  readonly rows: readonly {
    readonly from: Channel;
    readonly count: string;
    /** One entry per channel, in order. */
    readonly cells: readonly (MatrixCell | null)[];
  }[];
};

/** In units of the SVG view box. */
export type FlowNode = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly words: string;
  readonly look: Channel | "ink" | "solid" | "hollow" | "dashed";
  /** Address of its contacts, one per case. */
  readonly href: string;
};
export type FlowBand = {
  readonly key: string;
  /** An SVG path. */
  readonly path: string;
  readonly look: Channel | "ink";
  readonly words: string;
  /** Address of the contacts at its start, one per case. */
  readonly href: string;
};

export type FlowModel = {
  readonly frame: ChartFrameModel;
  readonly width: number;
  readonly height: number;
  readonly nodeWidth: number;
  readonly nodes: readonly FlowNode[];
  readonly bands: readonly FlowBand[];
  readonly heads: readonly { readonly x: number; readonly words: string }[];
};

export type VariantRow = {
  readonly key: string;
  readonly subject: ChartSubject;
  readonly href: string;
  readonly cases: string;
  readonly share: string;
  readonly contacts: string;
  readonly resolved: string;
  readonly basis: string;
  readonly time: string;
};

export type VariantsModel = {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly VariantRow[];
  /** False: the data can't say how cases end, and neither resolution nor the time to it is shown. */
  readonly isEndKnown: boolean;
  readonly note: string;
};

/** x positions are percentages of the plot. */
export type DottedRow = {
  readonly key: string;
  readonly words: string;
  readonly href: string;
  readonly outcome: string;
  readonly from: number;
  readonly to: number;
  readonly dots: readonly { readonly channel: Channel; readonly at: number }[];
};

export type DottedModel = {
  readonly frame: ChartFrameModel;
  readonly orders: readonly TabChoice[];
  readonly scales: readonly TabChoice[];
  readonly rows: readonly DottedRow[];
  readonly channels: readonly Channel[];
  readonly ticks: readonly { readonly at: number; readonly words: string }[];
  readonly markers: readonly TimeMarker[];
  readonly placedMarkers: PlacedAnnotations;
  /** The brush; null: the scale is not absolute time. */
  readonly brush: {
    readonly fromUs: number;
    readonly toUs: number;
    /** The shown days, as ISO dates. */
    readonly days: { readonly from: string; readonly to: string };
    /** The other filters, as a query string. */
    readonly search: string;
  } | null;
};

/** The model of the Journeys page. */
export type JourneysModel = FindingModel & {
  readonly query: JourneysQuery;
  readonly matrix: MatrixModel;
  readonly flow: FlowModel;
  readonly variants: VariantsModel;
  /** Contacts a case by first channel. */
  readonly adjusted: DotModel;
  readonly dotted: DottedModel;
};
