import type { Channel } from "@/lib/domain/trace/channel";
import type { ChartFrameModel, ChartSubject } from "@/lib/analytics/charts/chart-model";
import type { PlacedMarkers } from "@/lib/analytics/charts/place-markers";
import type { JourneysQuery } from "./url";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";
import type { TabChoice } from "@/lib/format/tab-choice";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";

/** What happened between two channels; null where nothing did. */
export type MatrixCell = {
  readonly to: Channel;
  readonly count: string;
  /** "38%" of the row, "" of few. */
  readonly share: string;
  /** "after 2 d 4 h". */
  readonly gap: string;
  /** "48% resolved", "3 of 7 resolved". */
  readonly resolved: string;
  /** "62% asked again". */
  readonly repeated: string;
  /** All of it with its intervals, in a sentence. */
  readonly label: string;
  /** From 0, hardly any of the row, to 4. */
  readonly heat: number;
  /** The cases in which it happened. */
  readonly href: string;
};

export type MatrixModel = {
  readonly frame: ChartFrameModel;
  readonly starters: readonly TabChoice[];
  readonly channels: readonly Channel[];
  readonly rows: readonly {
    readonly from: Channel;
    readonly count: string;
    /** One entry a channel, in their order. */
    readonly cells: readonly (MatrixCell | null)[];
  }[];
};

/** Places and lengths are in the units of the drawing's box. */
export type FlowNode = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly words: string;
  readonly look: Channel | "ink" | "solid" | "hollow" | "dashed";
  /** The contacts that it is, or those after which its cases ended: one a case. */
  readonly href: string;
};
export type FlowBand = {
  readonly key: string;
  /** An SVG path. */
  readonly path: string;
  readonly look: Channel | "ink";
  readonly words: string;
  /** The contacts that were left on it: one a case. */
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
  readonly note: string;
};

/** Places along are per cent of the plot. */
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
  readonly marks: PlacedMarkers;
  /** Where a stretch of time can be chosen; null where the scale is not one of time. */
  readonly brush: {
    readonly fromUs: number;
    readonly toUs: number;
    /** The days that are shown, as a date field takes them. */
    readonly days: { readonly from: string; readonly to: string };
    /** The filters that go with it, as a query string. */
    readonly search: string;
  } | null;
};

/** What the Journeys page shows. */
export type JourneysModel = FindingModel & {
  readonly query: JourneysQuery;
  readonly matrix: MatrixModel;
  readonly flow: FlowModel;
  readonly variants: VariantsModel;
  readonly dotted: DottedModel;
};
