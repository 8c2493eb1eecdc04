import type { ChartScale, ChartTable } from "./chart-model";
import type { PlacedAnnotations } from "./place-annotations";

/** A small line over time, laid out: positions in per cent of its box from the lower left. */
export type LineModel = {
  /** The line in one sentence. */
  readonly label: string;
  readonly dots: readonly {
    readonly x: number;
    readonly y: number;
    /** Not all of its cases are mature yet. */
    readonly isHollow: boolean;
    /** "Week from 2 Nov 2026: 64%, 22 cases". */
    readonly words: string;
  }[];
  /** From one dot to the next; none over a gap. */
  readonly pieces: readonly {
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
    readonly isDashed: boolean;
  }[];
  readonly yScale: Pick<ChartScale, "from" | "to">;
  /** The lowest and the highest value of the axis. */
  readonly yTicks: ChartScale["ticks"];
  readonly xTicks: readonly { readonly x: number; readonly words: string }[];
  readonly annotations: PlacedAnnotations;
  readonly table: ChartTable;
};
