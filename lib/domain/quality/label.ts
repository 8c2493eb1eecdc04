import type { Evidence, ScoreTarget } from "../case/case";
import { factFates } from "../case/handoff-facts";
import type { SpanKey } from "../trace/span";

/** Longer reasons are refused. */
export const reasonLengthMax = 2000;

/** What is labelled, by its place in the case as it is derived now. Offsets are UTF-16, `end` exclusive. */
export type LabelPlace =
  | ScoreTarget
  | {
      readonly kind: "promise";
      readonly message: number;
      readonly start: number;
      readonly end: number;
    }
  /** A fact across a handoff: where it was given first. */
  | {
      readonly kind: "fact";
      readonly handoff: number;
      readonly message: number;
      readonly start: number;
      readonly end: number;
    };
export type LabelKind = LabelPlace["kind"];

/** A message by what outlives rebuilds: a span it was read from, a hash of its words, and which of equal ones. */
export type MessageAnchor = {
  readonly span: SpanKey;
  readonly words: string;
  /** From 0. */
  readonly nth: number;
};

/** What a label holds on to while the case is derived anew. */
export type LabelAnchor =
  | { readonly kind: "case"; readonly caseId: string }
  /** By the first message of it. */
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

/** What an evaluator says of a target: a status and a value, or the word for a promise or a fact. */
export type Said = {
  readonly evaluator: string;
  readonly version: number | "imported";
  /** "scored", "not-scorable", "kept", "asked-again"… */
  readonly says: string;
  readonly value: number | null;
  readonly evidence: readonly Evidence[];
};

/** What a person answers to what was said. */
export type LabelAnswer =
  | { readonly kind: "right" | "wrong" }
  | { readonly kind: "should-be-value"; readonly value: number }
  | { readonly kind: "should-be-word"; readonly word: string };

const scoreWords = ["not-applicable", "not-scorable"] as const;
/** `none`: no promise was made there. */
const promiseWords = ["kept", "broken", "open", "unknown", "none"] as const;
/** `none`: nothing was said there that the next one needed to know. */
const factWords = [...factFates, "none"] as const;

/** All of them. */
export const labelWords = [...new Set([...scoreWords, ...promiseWords, ...factWords])];

/** The words that a label of a kind may say it should be. */
export function wordsFor(kind: LabelKind): readonly string[] {
  if (kind === "promise") return promiseWords;
  return kind === "fact" ? factWords : scoreWords;
}

/** A label as it is kept. */
export type Label = {
  readonly id: number;
  /** Public id of whoever gave it. */
  readonly actor: string;
  /** Microseconds since 1970. */
  readonly atUs: number;
  /** The case it was given in, which may have been merged since. */
  readonly caseId: string;
  /** The case that its target lies in now; that of `caseId` where the target is stored no more. */
  readonly currentCaseId: string;
  readonly evaluator: string;
  readonly version: number | "imported";
  readonly anchor: LabelAnchor;
  /** What the evaluator said when the label was given. */
  readonly said: Pick<Said, "says" | "value">;
  readonly answer: LabelAnswer;
  /** Masked; "" where none was given. */
  readonly reason: string;
  /** Over the words that what was said rested on. */
  readonly evidenceHash: string;
};

/** What a person does about labels from a page. `actor` is whoever is signed in, said by the server. */
export type LabelChange =
  | {
      readonly kind: "label-given";
      readonly actor: string;
      readonly caseId: string;
      /** The case's mark when the page was made; another says that it was derived anew. */
      readonly mark: number;
      readonly place: LabelPlace;
      /** Whose score; ignored for promises and facts, which are one evaluator's. */
      readonly evaluator: string;
      readonly answer: LabelAnswer;
      readonly reason: string;
    }
  | { readonly kind: "label-withdrawn"; readonly actor: string; readonly id: number };

/**
 * Whether a label says yes or no to an evaluator's question, where 0.5 decides. "Wrong" turns round what
 * was said then.
 * @returns null where it says neither: about what was not scored, or in the words of a promise or a fact
 */
export function truthOfLabel({ answer, said }: Pick<Label, "answer" | "said">): boolean | null {
  const saidYes = said.value === null ? null : said.value >= 0.5;
  switch (answer.kind) {
    case "right":
      return saidYes;
    case "wrong":
      return saidYes === null ? null : !saidYes;
    case "should-be-value":
      return answer.value >= 0.5;
    case "should-be-word":
      return null;
  }
}

/**
 * The word a label says it should be.
 * @returns null where it says only that the word was wrong, or tells a value
 */
export function wordOfLabel({ answer, said }: Pick<Label, "answer" | "said">): string | null {
  if (answer.kind === "right") return said.says;
  return answer.kind === "should-be-word" ? answer.word : null;
}
