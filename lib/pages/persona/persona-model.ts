import type { Channel } from "@/lib/domain/trace/channel";
import type { PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import type { ChartFrameModel, ChartScale, ChartTable } from "@/lib/analytics/charts/chart-model";
import type { PlacedAnnotations } from "@/lib/analytics/charts/place-annotations";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import type { PersonaQuery } from "./url";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";
import type { Tone } from "@/lib/format/wording";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";

/** A point of a control chart: a week, or a contact. */
export type ControlPoint = {
  /** In per cent of the axis. */
  readonly x: number;
  /** Height of the line; null: a gap. */
  readonly line: number | null;
  /** Control limits; null: none. */
  readonly limits: readonly [low: number, high: number] | null;
  /** The point's own value; null: same as the line. */
  readonly dot: number | null;
  /** Whether it signals. */
  readonly isOutside: boolean;
  /** Text lines of the tooltip; empty: no data. */
  readonly words: readonly string[];
};

/** A control chart: y in the unit of its scale, x in percent. */
export type ControlPlot = {
  readonly yTicks: ChartScale["ticks"];
  readonly yScale: Pick<ChartScale, "from" | "to">;
  readonly xTicks: readonly { readonly x: number; readonly words: string }[];
  /** The contract's range; null: none. */
  readonly contract: { readonly low: number; readonly high: number } | null;
  /** The CUSUM's threshold. */
  readonly reference: ChartScale["reference"];
  /** x of the baseline's end; 0: not drawn. */
  readonly baselineEnd: number;
  /** Ascending. */
  readonly points: readonly ControlPoint[];
  /** True: a step line. */
  readonly isStepped: boolean;
  readonly markers: PlacedAnnotations;
};

/** A series' alarm with its acknowledgement. */
export type AlarmModel = {
  readonly channel: Channel;
  readonly attribute: PersonaAttribute;
  /** Contract version of its baseline; null: none in force. */
  readonly contract: number | null;
  /** Author, time and masked note; null: open. */
  readonly acknowledged: { readonly by: string; readonly note: string } | null;
};

/** One of the small charts. */
export type DriftChart = {
  readonly alarm: AlarmModel | null;
  readonly channel: Channel;
  readonly status: { readonly tone: Tone; readonly label: string };
  /** "+2.8 of 5, 2.4 to 3.1, since support-core@v8, 41 contacts". */
  readonly effect: string;
  /** Null: nothing to draw; `effect` says why. */
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

/** Each channel's current attributes against the contract. */
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

/** Example contacts of the largest gap. */
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
    /** Parallel versions are one below the other. */
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
  /** A line over all lanes for a version on several channels. */
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

/** The model of the Persona page. */
export type PersonaModel = FindingModel & {
  /** Annotations on its time charts. */
  readonly markers: readonly TimeMarker[];
  readonly query: PersonaQuery;
  readonly drift: DriftModel;
  readonly levels: LevelModel;
  readonly gaps: GapModel | null;
  readonly lineage: LineageModel;
  readonly contract: ContractModel;
};
