import type { PeriodFigures, ShownFigures } from "./overview-figures";
import type { CasesQuery } from "../filter/cases-query";

/** Figures of a period, and the query of the cases they are of. */
export type FigureSource = { readonly cases: CasesQuery; readonly figures: PeriodFigures };

/** The same of the shown period, with more figures. */
export type ShownSource = FigureSource & { readonly figures: ShownFigures };

/** A period and the compared one. */
export type ComparedSource = {
  readonly now: FigureSource;
  /** Null without a comparison. */
  readonly before: FigureSource | null;
  /** "the 90 days before". */
  readonly beforeWords: string;
};
