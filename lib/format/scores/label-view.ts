import type { LabelAnswer, LabelPlace } from "@/lib/domain/quality/label";
import type { Tone } from "../wording";

/** A label as text. */
export type LabelView = {
  readonly id: number;
  /** "Marked wrong", "Marked right", "Should be kept". */
  readonly says: string;
  readonly tone: Tone;
  /** "you", or the author's name. */
  readonly by: string;
  readonly isOwn: boolean;
  readonly isRight: boolean;
  readonly atUs: number;
  /** Masked; "": none. */
  readonly reason: string;
  /** What changed since, a sentence; "": nothing. */
  readonly since: string;
};

/** A choice of the label's box. */
export type LabelChoice = { readonly words: string; readonly answer: LabelAnswer };

/** The target of a label. */
export type LabelTarget = { readonly place: LabelPlace; readonly evaluator: string };

/** A label at its target. */
export type AttachedLabel = LabelTarget & { readonly label: LabelView };

/** A label whose target no longer exists or belongs to a merged case. */
export type DetachedLabel = {
  readonly label: LabelView;
  /** "Contact resolved, said to be 0.83". */
  readonly about: string;
  /** Why it is detached: "detached: …". */
  readonly because: string;
};

/** The labels of a case. */
export type CaseLabels = {
  /** The case's revision when it was read; see `readCaseRevision`. */
  readonly mark: number;
  readonly attached: readonly AttachedLabel[];
  readonly detached: readonly DetachedLabel[];
};
