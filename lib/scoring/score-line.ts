/** A position in a row: `interaction` is 0 if a row has only messages; UTF-16 offsets, `end` exclusive. */
export type RowPlace = {
  readonly interaction: number;
  readonly message: number;
  readonly start: number;
  readonly end: number;
};

/** The result for a row; `value` is the calibrated probability of the data set's label 1. */
export type ScoreVerdict =
  | {
      readonly status: "scored";
      readonly value: number;
      readonly because: string;
      readonly evidence: readonly RowPlace[];
    }
  | {
      readonly status: "not-applicable" | "not-scorable";
      /** A hint where there is too little for a verdict, else null. */
      readonly value: number | null;
      readonly because: string;
      readonly evidence: readonly [];
    };

export type FoundSpan = {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  readonly type: string;
};

/** Status of a promise: later contacts knew, denied or ignored it; it was kept or broken; or none of these. */
export type PromiseWord = "open" | "known" | "denied" | "ignored" | "kept" | "broken";

/** A promise in a row; `due` is the time as worded, or null. */
export type FoundPromise = RowPlace & {
  readonly status: PromiseWord;
  readonly due: string | null;
};

/** An event after a handoff. */
export type FoundEvent = {
  readonly type: "reask" | "contradict" | "lost";
  readonly interaction: number;
  readonly message: number;
};

/** One line of `throughline score`. */
export type ScoreLine = { readonly id: string } & (
  | (ScoreVerdict & { readonly events?: readonly FoundEvent[] })
  | { readonly spans: readonly FoundSpan[] }
  | {
      readonly promises: readonly FoundPromise[];
      /** Only if the row cannot be read. */
      readonly status?: "not-scorable";
      readonly because?: string;
    }
);
