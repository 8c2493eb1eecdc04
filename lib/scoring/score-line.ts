import type { DisclosureStatus, NearMiss } from "@/lib/domain/case/case-disclosure";

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

/** What became of the disclosure that a rule asks for in a row. */
export type FoundDisclosure = {
  readonly rule: string;
  readonly state: DisclosureStatus;
  readonly because: string;
  /** Where it was said; empty if nobody said it. */
  readonly evidence: readonly RowPlace[];
  readonly missing_elements: readonly string[];
  /** The messages in which it was due and looked for; null if nothing was. */
  readonly searched: {
    readonly first_message: number;
    readonly last_message: number;
    readonly messages: number;
    readonly seconds: number;
  } | null;
  readonly near_miss: (RowPlace & { readonly kind: NearMiss["kind"] }) | null;
};

/** One line of `throughline score`. */
export type ScoreLine = { readonly id: string } & (
  | (ScoreVerdict & { readonly events?: readonly FoundEvent[] })
  | FoundDisclosure
  | { readonly spans: readonly FoundSpan[] }
  | {
      readonly promises: readonly FoundPromise[];
      /** Only if the row cannot be read. */
      readonly status?: "not-scorable";
      readonly because?: string;
    }
);
