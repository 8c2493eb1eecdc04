import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type { SlaSegment } from "@/lib/domain/case/sla-clock";
import type { Tone } from "@/lib/format/wording";
import type { TimelineScale } from "./scale";
import type { TimelineDisclosure, TimelineState } from "./timeline-model";

/** px; the plot begins at 0, beside the labels. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type AxisLabel = {
  readonly x: number;
  readonly anchor: "start" | "middle";
  readonly strong: string;
  readonly weak: string;
};

export type GapBreak = {
  readonly x: number;
  readonly width: number;
  readonly words: string;
  readonly openWords: string | null;
};

export type Lane = {
  readonly channel: Channel;
  readonly top: number;
  readonly contactCount: number;
};

export type AgentSegment = {
  readonly kind: AgentKind | null;
  readonly x: number;
  readonly width: number;
  readonly letters: string;
  readonly lettersX: number;
};

export type Bar = Box & {
  /** The item that a click selects. */
  readonly id: string;
  readonly itemIds: readonly string[];
  readonly channel: Channel;
  readonly segments: readonly AgentSegment[];
  readonly agentTicks: readonly number[];
  readonly customerTicks: readonly number[];
  readonly tone: Tone;
  /** The customer's rating, "" where there is none. */
  readonly rating: string;
  readonly isSkewed: boolean;
};

export type Chip = { readonly x: number; readonly y: number; readonly width: number };

export type Connector = {
  readonly id: string;
  readonly itemIds: readonly string[];
  readonly path: string;
  /** Its end; null: within a contact. */
  readonly tip: { readonly x: number; readonly y: number } | null;
  readonly tone: Tone;
  readonly isLossy: boolean;
  /** Null where there was no room. */
  readonly chip: Chip | null;
  readonly words: string;
};

export type StateBox = Box & {
  readonly id: string;
  readonly tone: TimelineState["tone"];
  readonly words: string;
};

export type SlaBar = {
  readonly segments: readonly {
    readonly x: number;
    readonly width: number;
    readonly state: SlaSegment["state"];
    readonly isOver: boolean;
  }[];
  readonly notes: readonly (Chip & { readonly words: string; readonly isOver: boolean })[];
  readonly dueX: number | null;
};

export type TrackText = { readonly x: number; readonly words: string };

/** A line of the tracks of facts and promises. */
export type TrackLine = {
  readonly id: string;
  readonly y: number;
  readonly saidX: number;
  /** y of the bar it starts from. */
  readonly dropY: number;
  readonly solidToX: number;
  /** Past the due date, up to its last mention. */
  readonly dashedToX: number | null;
  readonly dueX: number | null;
  readonly settledX: number | null;
  readonly tone: Tone;
  readonly meetings: readonly { readonly x: number; readonly tone: Tone; readonly words: string }[];
  readonly what: TrackText | null;
  readonly state: TrackText;
};

export type DisclosureDot = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly status: TimelineDisclosure["status"];
  readonly tone: Tone;
  readonly words: string;
  /** "" where there was no room. */
  readonly label: string;
};

export type ReleaseTick = {
  readonly id: string;
  readonly x: number;
  /** Its first message on each lane. */
  readonly symbols: readonly { readonly x: number; readonly y: number; readonly words: string }[];
  readonly label: string;
  readonly words: string;
};

/** The line of the present, with its word on the side where there is room. */
export type NowMark = {
  readonly x: number;
  readonly labelX: number;
  readonly anchor: "start" | "end";
};

/** The layout of all parts. */
export type TimelineLayout = {
  readonly width: number;
  readonly height: number;
  readonly scale: TimelineScale;
  readonly axis: readonly AxisLabel[];
  readonly gaps: readonly GapBreak[];
  readonly lanes: readonly Lane[];
  readonly lanesTop: number;
  readonly factsTop: number;
  readonly promisesTop: number;
  readonly disclosuresTop: number;
  readonly releasesTop: number;
  readonly bars: readonly Bar[];
  readonly connectors: readonly Connector[];
  readonly states: readonly StateBox[];
  readonly sla: SlaBar;
  readonly facts: readonly TrackLine[];
  readonly hiddenFacts: number;
  readonly promises: readonly TrackLine[];
  readonly hiddenPromises: number;
  readonly disclosures: readonly DisclosureDot[];
  readonly releases: readonly ReleaseTick[];
  readonly openingX: number;
  /** Versions at the opening, as far as they fit. */
  readonly openingWords: string;
  /** Null in a case that is closed. */
  readonly now: NowMark | null;
  /** The selection ring of each item. */
  readonly rings: ReadonlyMap<string, Box>;
};
