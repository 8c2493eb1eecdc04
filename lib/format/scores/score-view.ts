import type { LabelPlace } from "@/lib/domain/quality/label";
import type { TextSegment } from "../segment-text";
import type { Tone } from "../wording";

/** A quote as a link to its highlighted text, or to the span's message. */
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

/** An LLM judge. */
export type JudgeView = {
  readonly model: string;
  /** The text it read has changed since. */
  readonly isStale: boolean;
};

export type ScoreView = {
  readonly key: string;
  readonly evaluator: string;
  /** The evaluator's display name. */
  readonly name: string;
  /** The reading of the value; null: the direction is unknown. */
  readonly reading: { readonly tone: Tone; readonly says: string } | null;
  /** A judge's: of its rubric. */
  readonly version: number | "imported";
  /** The label target; null: it cannot be labelled. */
  readonly place: LabelPlace | null;
  /** The LLM judge; null: ours or imported. */
  readonly judge: JudgeView | null;
  /** Our evaluator of the same question; null: none. */
  readonly question: string | null;
  /** Its target, where the place on the page does not show it; else "". */
  readonly about: string;
  readonly status: "scored" | "not-applicable" | "not-scorable";
  readonly value: number | null;
  readonly because: string;
  /** Accuracy on published labels: "AUC 0.84", "accuracy not measured"; null: imported. */
  readonly accuracy: string | null;
  /** Address of the target, for a score without quotes; null: unknown. */
  readonly aboutHref: string | null;
  readonly quotations: readonly Quotation[];
};
