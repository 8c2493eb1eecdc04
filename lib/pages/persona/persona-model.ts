import type { Channel } from "@/lib/domain/trace/channel";
import type { PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import type { ChartFrameModel, ChartScale, ChartTable } from "@/lib/analytics/charts/chart-model";
import type { PlacedMarkers } from "@/lib/analytics/charts/place-markers";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import type { PersonaQuery } from "./url";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";
import type { Tone } from "@/lib/format/wording";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";

/** A point of a control chart: a week, or a contact. */
export type ControlPoint = {
  /** In per cent of the axis. */
  readonly x: number;
  /** Where the line is; null: it has a gap. */
  readonly line: number | null;
  /** How far the line may go without a signal; null where nothing limits it. */
  readonly limits: readonly [low: number, high: number] | null;
  /** What was measured there alone; null where the line says it. */
  readonly dot: number | null;
  /** It signals. */
  readonly isOutside: boolean;
  /** What one reads of it, a line each; none: nothing is there. */
  readonly words: readonly string[];
};

/** A control chart, laid out: heights in the unit of its scale, the rest in per cent of its axis. */
export type ControlPlot = {
  readonly yTicks: ChartScale["ticks"];
  readonly yScale: Pick<ChartScale, "from" | "to">;
  readonly xTicks: readonly { readonly x: number; readonly words: string }[];
  /** What the contract allows; null where it does not ask. */
  readonly contract: { readonly low: number; readonly high: number } | null;
  /** A level line of its own: the sum that signals. */
  readonly reference: ChartScale["reference"];
  /** Where the baseline ends; 0 where it is not drawn. */
  readonly baselineEnd: number;
  /** Ascending. */
  readonly points: readonly ControlPoint[];
  /** True: the line goes in steps, each up to its point. */
  readonly isStepped: boolean;
  readonly markers: PlacedMarkers;
};

/** A series' alarm, and what somebody said of it. */
export type AlarmModel = {
  readonly channel: Channel;
  readonly attribute: PersonaAttribute;
  /** The version of the contract whose baseline it is held against; null: none is in force. */
  readonly contract: number | null;
  /** By whom and when, and their note, masked; null: it is open. */
  readonly acknowledged: { readonly by: string; readonly note: string } | null;
};

/** One of the small charts. */
export type DriftChart = {
  readonly alarm: AlarmModel | null;
  readonly channel: Channel;
  readonly status: { readonly tone: Tone; readonly label: string };
  /** "+2.8 of 5, 2.4 to 3.1, since support-core@v8, 41 contacts". */
  readonly effect: string;
  /** Null where there is nothing to draw; then `effect` says why. */
  readonly plot: ControlPlot | null;
  /** The chart in one sentence. */
  readonly label: string;
  readonly table: ChartTable;
};

export type DriftModel = {
  readonly title: string;
  readonly subtitle: string;
  readonly foot: string;
  readonly choices: readonly {
    readonly words: string;
    readonly href: string;
    readonly isChosen: boolean;
    /** Channels with an alarm. */
    readonly alarms: number;
  }[];
  readonly charts: readonly DriftChart[];
};

export type LevelCell = {
  readonly words: string;
  readonly basis: string;
  readonly isOff: boolean;
  readonly href: string | null;
};

/** How each channel speaks now, against what is approved. */
export type LevelModel = {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly channels: readonly Channel[];
  readonly rows: readonly {
    readonly name: string;
    readonly approved: string;
    readonly cells: readonly LevelCell[];
  }[];
};

/** Contacts that differ most between two channels. */
export type FarContact = {
  readonly channel: Channel;
  readonly caseId: string;
  readonly href: string;
  readonly words: string;
};

export type GapModel = DotModel & { readonly far: readonly FarContact[] };

/** One template and the channels that run it. */
export type TemplateModel = {
  readonly name: string;
  readonly lanes: readonly {
    readonly channel: Channel;
    /** Versions that run side by side stand one below the other. */
    readonly rows: number;
    readonly bars: readonly {
      /** From 0. */
      readonly row: number;
      readonly from: number;
      readonly to: number;
      readonly words: string;
      readonly title: string;
      readonly href: string;
    }[];
  }[];
  /** One line over all lanes where a version came to several channels. */
  readonly markers: readonly { readonly x: number; readonly words: string }[];
};

export type LineageModel = {
  readonly frame: ChartFrameModel;
  readonly templates: readonly TemplateModel[];
  readonly xTicks: ControlPlot["xTicks"];
};

export type ContractModel = {
  readonly title: string;
  readonly subtitle: string;
  readonly escalation: string;
  readonly rows: readonly {
    readonly channel: Channel;
    readonly allowances: string;
    readonly prompts: string;
    readonly deviations: readonly string[];
  }[];
  readonly versions: readonly string[];
};

/** What the Persona page shows. */
export type PersonaModel = FindingModel & {
  /** What is marked on its charts over time. */
  readonly markers: readonly TimeMarker[];
  readonly query: PersonaQuery;
  readonly drift: DriftModel;
  readonly levels: LevelModel;
  readonly gaps: GapModel | null;
  readonly lineage: LineageModel;
  readonly contract: ContractModel;
};
