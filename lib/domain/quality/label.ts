import type { Evidence, ScoreTarget } from "../case/case";
import { factFates } from "../case/handoff-facts";
import type { SpanKey } from "../trace/span";

/** Longer reasons are refused. */
export const reasonLengthMax = 2000;

/** A label's target by its place in the currently derived case. Offsets are UTF-16, `end` exclusive. */
export type LabelPlace =
  | ScoreTarget
  | {
      readonly kind: "promise";
      readonly message: number;
      readonly start: number;
      readonly end: number;
    }
  /** A fact across a handoff: where it was first given. */
  | {
      readonly kind: "fact";
      readonly handoff: number;
      readonly message: number;
      readonly start: number;
      readonly end: number;
    };
export type LabelKind = LabelPlace["kind"];

/** Identifies a message across rebuilds: a source span, a hash of its text, and the rank among equal ones. */
export type MessageAnchor = {
  readonly span: SpanKey;
  readonly words: string;
  /** From 0. */
  readonly nth: number;
};

/** Identifies a label's target across rebuilds. */
export type LabelAnchor =
  | { readonly kind: "case"; readonly caseId: string }
  /** By its first message. */
  | { readonly kind: "interaction" | "handoff" | "message"; readonly message: MessageAnchor }
  | { readonly kind: "span"; readonly span: SpanKey }
  | {
      readonly kind: "promise";
      readonly message: MessageAnchor;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "fact";
      /** The handoff's first message. */
      readonly at: MessageAnchor;
      readonly message: MessageAnchor;
      readonly start: number;
      readonly end: number;
    };

/** An evaluator's answer for a target: a status and a value, or the word for a promise or a fact. */
export type EvaluatorAnswer = {
  readonly evaluator: string;
  readonly version: number | "imported";
  /** "scored", "not-scorable", "kept", "asked-again"… */
  readonly says: string;
  readonly value: number | null;
  readonly evidence: readonly Evidence[];
};

export type LabelAnswer =
  | { readonly kind: "right" | "wrong" }
  | { readonly kind: "should-be-value"; readonly value: number }
  | { readonly kind: "should-be-word"; readonly word: string };

const scoreWords = ["not-applicable", "not-scorable"] as const;
/** `none`: no promise was made there. */
const promiseWords = ["kept", "broken", "open", "unknown", "none"] as const;
/** `none`: there is no fact there that the next agent needed. */
const factWords = [...factFates, "none"] as const;

export const labelWords = [...new Set([...scoreWords, ...promiseWords, ...factWords])];

/** The words that a label of a kind may use. */
export function wordsFor(kind: LabelKind): readonly string[] {
  if (kind === "promise") return promiseWords;
  return kind === "fact" ? factWords : scoreWords;
}

export type Label = {
  readonly id: number;
  readonly actor: string;
  readonly atUs: number;
  /** The case it was given in, which may have been merged since. */
  readonly caseId: string;
  /** The current case of its target; that of `caseId` if the target is gone. */
  readonly currentCaseId: string;
  readonly evaluator: string;
  readonly version: number | "imported";
  readonly anchor: LabelAnchor;
  /** The evaluator's answer when the label was given. */
  readonly said: Pick<EvaluatorAnswer, "says" | "value">;
  readonly answer: LabelAnswer;
  /** Masked; "" if none. */
  readonly reason: string;
  /** Of the evidence of that answer. */
  readonly evidenceHash: string;
};

/** A user's change of labels. `actor` is the signed-in user, set by the server. */
export type LabelChange =
  | {
      readonly kind: "label-given";
      readonly actor: string;
      readonly caseId: string;
      /** Revision of the case when the page was rendered; a different one means that it was derived again. */
      readonly mark: number;
      readonly place: LabelPlace;
      /** The score's evaluator; ignored for promises and facts. */
      readonly evaluator: string;
      readonly answer: LabelAnswer;
      readonly reason: string;
    }
  | { readonly kind: "label-withdrawn"; readonly actor: string; readonly id: number };

/**
 * A label as yes or no to an evaluator's question, with 0.5 as the threshold. "Wrong" inverts the evaluator's answer.
 * @returns null if it is neither: not scored, or a promise or fact
 */
export function truthOfLabel({ answer, said }: Pick<Label, "answer" | "said">): boolean | null {
  const wasYes = said.value === null ? null : said.value >= 0.5;
  switch (answer.kind) {
    case "right":
      return wasYes;
    case "wrong":
      return wasYes === null ? null : !wasYes;
    case "should-be-value":
      return answer.value >= 0.5;
    case "should-be-word":
      return null;
  }
}

/**
 * The word that a label gives.
 * @returns null if it only says "wrong", or gives a value
 */
export function wordOfLabel({ answer, said }: Pick<Label, "answer" | "said">): string | null {
  if (answer.kind === "right") return said.says;
  return answer.kind === "should-be-word" ? answer.word : null;
}
