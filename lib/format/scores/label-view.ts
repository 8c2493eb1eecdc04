import type { LabelAnswer, LabelPlace } from "@/lib/domain/quality/label";
import type { Tone } from "../wording";

/** What a person said of an answer, in words. */
export type LabelView = {
  readonly id: number;
  /** "Marked wrong", "Marked right", "Should be kept". */
  readonly says: string;
  readonly tone: Tone;
  /** "you", or the name of whoever gave it. */
  readonly by: string;
  readonly isOwn: boolean;
  readonly isRight: boolean;
  readonly atUs: number;
  /** Masked; "" where none was given. */
  readonly reason: string;
  /** What became of it since, a sentence; "" where nothing did. */
  readonly since: string;
};

/** A choice of the label's box. */
export type LabelChoice = { readonly words: string; readonly answer: LabelAnswer };

/** What a label is about. */
export type LabelTarget = { readonly place: LabelPlace; readonly evaluator: string };

/** A label at its target. */
export type AttachedLabel = LabelTarget & { readonly label: LabelView };

/** A label whose target is there no more, or is a case that was merged. */
export type DetachedLabel = {
  readonly label: LabelView;
  /** "Contact resolved, said to be 0.83". */
  readonly about: string;
  /** Why it stands apart: "detached: …". */
  readonly because: string;
};

/** What people said of a case's answers. */
export type CaseLabels = {
  /** The case's mark when it was read; see `readCaseMark`. */
  readonly mark: number;
  readonly attached: readonly AttachedLabel[];
  readonly detached: readonly DetachedLabel[];
};
