import type { LabelPlace } from "@/lib/domain/quality/label";
import type { TextSegment } from "../segment-text";
import type { Tone } from "../wording";

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

/** A language model that answered in place of an evaluator. */
export type JudgeView = {
  readonly model: string;
  /** The words that it read have changed since. */
  readonly isStale: boolean;
};

export type ScoreView = {
  readonly key: string;
  readonly evaluator: string;
  /** The evaluator in plain words. */
  readonly name: string;
  /** What the value says; null where nobody told us which way is better. */
  readonly reading: { readonly tone: Tone; readonly says: string } | null;
  /** A judge's: of its rubric. */
  readonly version: number | "imported";
  /** What it was given to; null where a label on it would hold on to nothing. */
  readonly place: LabelPlace | null;
  /** The language model that gave it; null where it is ours or came inside the traces. */
  readonly judge: JudgeView | null;
  /** Our evaluator that answers the same question; null where none does. */
  readonly question: string | null;
  /** What it was given to, where that is not plain from its place; "" otherwise. */
  readonly about: string;
  readonly status: "scored" | "not-applicable" | "not-scorable";
  readonly value: number | null;
  readonly because: string;
  /** How right it was on others' labels: "AUC 0.84", "accuracy not measured"; null where it is not ours to say. */
  readonly accuracy: string | null;
  /** Where what it was given to stands, for a score that quotes no words; null where that is unknown. */
  readonly aboutHref: string | null;
  readonly quotations: readonly Quotation[];
};
