import type { TextSegment } from "./segment-text";
import type { Tone } from "./wording";

/** A quotation as a link: to its marked words, or to the message that came from the span. */
export type Quotation =
  | {
      readonly kind: "words";
      readonly ref: number;
      readonly words: readonly TextSegment[];
      readonly href: string;
    }
  | {
      readonly kind: "span";
      readonly spanId: string;
      readonly message: { readonly ordinal: number; readonly href: string } | null;
    };

export type ScoreView = {
  readonly key: string;
  readonly evaluator: string;
  /** The evaluator in plain words. */
  readonly name: string;
  /** What the value says; null where nobody told us which way is better. */
  readonly reading: { readonly tone: Tone; readonly says: string } | null;
  readonly version: number | "imported";
  /** What it was given to, where that is not plain from its place; "" otherwise. */
  readonly about: string;
  readonly status: "scored" | "not-applicable" | "not-scorable";
  readonly value: number | null;
  readonly because: string;
  readonly quotations: readonly Quotation[];
};
