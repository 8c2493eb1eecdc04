import type { Row } from "./row";
import type { ScoreLine } from "./score-line";

/** Says of a row what an evaluator says of it, in the words of `throughline score`. */
export type Scorer = (row: Row) => ScoreLine;
