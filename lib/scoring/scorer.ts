import type { Row } from "./row";
import type { ScoreLine } from "./score-line";

/** Applies an evaluator to a row, with the output format of `throughline score`. */
export type Scorer = (row: Row) => ScoreLine;
