import type { PeriodFigures, ShownFigures } from "./overview-figures";
import type { CasesQuery } from "../filter/cases-query";

/** Figures of a period, and the query that lists the very cases they are of. */
export type FigureSource = { readonly cases: CasesQuery; readonly figures: PeriodFigures };

/** The same of the shown period, of which more is told. */
export type ShownSource = FigureSource & { readonly figures: ShownFigures };

/** A period and the one it is compared with. */
export type ComparedSource = {
  readonly now: FigureSource;
  /** Null where nothing is compared. */
  readonly before: FigureSource | null;
  /** "the 90 days before". */
  readonly beforeWords: string;
};
